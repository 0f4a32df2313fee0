import { z } from "zod";
import { hostCommandNames } from "./game-state";
import { wholeNumber } from "./text";

export const extensionSchema = wholeNumber({ name: "The extension", min: 1, max: 600, unit: "seconds" });

/** A host's command as it comes through a door; `extend` says by how much, no other command does. */
export const hostCommandSchema = z.discriminatedUnion("name", [
  z.strictObject({ name: z.enum(hostCommandNames).exclude(["extend"]) }),
  z.strictObject({ name: z.literal("extend"), seconds: extensionSchema }),
]);
export type HostCommand = z.infer<typeof hostCommandSchema>;
