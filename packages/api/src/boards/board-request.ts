import { type Board, boardScopes, livePeriods, monthAt, monthNamed, type UserId, weekAt, weekNamed } from "@quickfire/engine";
import { z } from "zod";
import { refuseField } from "../errors";
import type { BoardService } from "./board-service";

const oneScope = z.enum(boardScopes, "“scope” is all, weekly, monthly or country.");
const most = 100;

export const boardRequest = z.strictObject({
  scope: oneScope.default("all"),
  /** A week (2026-47) or a month (2026-11); the running one unless said otherwise. */
  period: z.string().max(10).optional(),
  /** ISO 3166-1 alpha-2; the own one unless said otherwise. */
  country: z.string().regex(/^[A-Z]{2}$/, "A country is two capital letters, such as VN.").optional(),
  limit: z.coerce.number<string | number>("“limit” is a whole number.").int("“limit” is a whole number.").min(1, "At least 1.").max(most, `At most ${most}.`).default(10),
});
export type BoardRequest = z.output<typeof boardRequest>;

/** Several scopes, with commas between, are followed over one connection. */
export const boardFollowing = boardRequest.omit({ limit: true }).extend({
  scope: z
    .string()
    .default("all")
    .transform((text) => text.split(","))
    .pipe(z.array(oneScope).max(boardScopes.length, "Each scope once.").refine((scopes) => new Set(scopes).size === scopes.length, "Each scope once.")),
});

type Asking = { userId: UserId; boards: BoardService; now: number };

/** The board that is meant, with what was left out filled in. */
export async function boardOf({ scope, period, country }: Pick<BoardRequest, "scope" | "period" | "country">, { userId, boards, now }: Asking): Promise<Board> {
  switch (scope) {
    case "all":
      return { scope };
    case "weekly":
      if (period !== undefined && !weekNamed(period)) refuseField(["period"], "There is no such week; one is named like 2026-47.");
      return { scope, period: period ?? weekAt(now).name };
    case "monthly":
      if (period !== undefined && !monthNamed(period)) refuseField(["period"], "There is no such month; one is named like 2026-11.");
      return { scope, period: period ?? monthAt(now).name };
    case "country":
      return { scope, country: country ?? (await boards.boards.countryOf(userId)) ?? refuseField(["country"], "Say which country; your profile names none.") };
  }
}

/** Whether the board is in Redis: one of a period that is over, or has not come, is not. */
export function isLive(board: Board, now: number): boolean {
  return board.scope === "all" || board.scope === "country" || livePeriods(now).some(({ scope, name }) => scope === board.scope && name === board.period);
}
