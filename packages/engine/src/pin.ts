import type { RandomInt } from "./chance";
import { pinSchema, type Pin } from "./ids";

/** Six digits, leading zeros included. Whoever creates a game draws again while the code is taken. */
export const createPin = (randomInt: RandomInt): Pin => pinSchema.parse(String(randomInt(1_000_000)).padStart(6, "0"));
