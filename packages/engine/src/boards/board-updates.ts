import type { UserId } from "../ids";
import type { Board, LivePeriod } from "./board";

/** What the boards are told of a user: absolute figures, and the revision up to which they count. */
export type UserStanding = {
  userId: UserId;
  revision: number;
  total: number;
  country: string | null;
  /** On which country's board the user was last put. */
  toldCountry: string | null;
  /** False for a closed account, which stands on no board. */
  shown: boolean;
  /** In the order of the live periods; null where nothing was earned in one. */
  periods: (number | null)[];
};

/** A user's place on one board. Without points there is none. */
export type BoardUpdate = { board: Board; userId: UserId; revision: number; score: number | null };

/** On which boards a user stands, with how much, and from which they go. */
export function boardUpdatesOf({ userId, revision, total, country, toldCountry, shown, periods }: UserStanding, live: readonly LivePeriod[]): BoardUpdate[] {
  const update = (board: Board, points: number): BoardUpdate => ({ board, userId, revision, score: shown && points > 0 ? points : null });
  const ofPeriods = live.flatMap(({ scope, name }, place) => {
    const points = periods[place] ?? null;
    return points === null ? [] : [update({ scope, period: name }, points)];
  });
  return [
    update({ scope: "all" }, total),
    ...ofPeriods,
    ...(country === null ? [] : [update({ scope: "country", country }, total)]),
    ...(toldCountry === null || toldCountry === country ? [] : [update({ scope: "country", country: toldCountry }, 0)]),
  ];
}
