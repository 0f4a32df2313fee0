import { type GameId, type UserId } from "@quickfire/engine";
import type { WebServices } from "../context";
import { refuse } from "../errors";

/** Where a game stands; of one that has left Redis, how it ended. */
export async function overviewOfGame(
  { store, games, reports }: Pick<WebServices, "store" | "games" | "reports">,
  asked: { gameId: GameId; hostUserId: UserId },
) {
  const live = await store.overview(asked.gameId);
  if (live) {
    const { hostUserId: _, ...shown } = live;
    return shown;
  }
  const [record, report] = await Promise.all([games.byId(asked), reports.report(asked)]);
  if (!record || !report) return refuse("NOT_FOUND");
  const rounds = report.questions.length;
  const { gameId, pin, quizId, title, participants, settings, createdAt } = record;
  return {
    gameId, pin, quizId, title, participants, bots: 0, settings, createdAt, rounds,
    phase: "ended" as const, paused: false, round: rounds, seq: 0, present: 0, answered: 0, locked: true, dueAt: null, flood: null,
  };
}
