import { z } from "zod";
import { ownTimeSchema } from "./own-time-schema";
import { participantIdSchema, userIdSchema } from "./ids";

/** Someone in a game. `avatar` is an index into the glyph avatars; `removed` once the host has removed them. */
export const participantSchema = z.object({
  participantId: participantIdSchema,
  name: z.string(),
  avatar: z.int().min(0).max(239),
  team: z.int().min(1).max(8).optional(),
  /** In a game with teams: the first round that counts for theirs. */
  fromRound: z.int().min(1).optional(),
  userId: userIdSchema.optional(),
  /** One of the host's own bots, see `bots/`. */
  bot: z.literal(true).optional(),
  /** Where the host has given them another time than everybody has. */
  ownTime: ownTimeSchema.optional(),
  joinedAt: z.int(),
  removed: z.boolean(),
});
export type Participant = z.infer<typeof participantSchema>;
