import { z } from "zod";

export const boardScopes = ["all", "weekly", "monthly", "country"] as const;
export type BoardScope = (typeof boardScopes)[number];

const eventSchema = z.object({
  timestamp: z.string(),
  board: z.string(),
  leaderboard: z.array(z.object({ rank: z.number(), userId: z.string(), username: z.string(), score: z.number() })),
  stale: z.boolean().optional(),
});

/** The top of a board as the server tells it. */
export type BoardEvent = z.infer<typeof eventSchema>;

export function readBoardEvent(text: string): BoardEvent | null {
  try {
    return eventSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** `leaderboard:weekly:2026-47` is of the scope `weekly`. */
export const scopeOf = ({ board }: Pick<BoardEvent, "board">): BoardScope | undefined => boardScopes.find((scope) => scope === board.split(":")[1]);
