import { randomInt } from "node:crypto";

/** An address of the range that is kept for tests. */
export const randomAddress = () => `198.18.${randomInt(256)}.${randomInt(256)}`;
