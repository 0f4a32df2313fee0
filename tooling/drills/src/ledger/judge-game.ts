import type { GivenAnswer, Player } from "@quickfire/testing/players";
import { type Books, bookKey } from "./read-books";
import { emptyVerdict, type Verdict } from "./verdict";

/** What a player was told, and for how long it was cut off. */
export type Witness = Pick<Player, "answers" | "breaks" | "identities">;

export type Played = {
  players: readonly Witness[];
  /** Screens that were not where they had to be, at the looks that were taken during the game. */
  stale: number;
  /** Pauses that were noticed besides those of the players: of the host, and until all showed a phase. */
  pausesMs: readonly number[];
  problems: readonly string[];
};

/** What clients were told, against Redis, against Postgres. */
export function judgeGame({ players, stale, pausesMs, problems }: Played, books: Books): Verdict {
  const answers = players.flatMap((player) => player.answers);
  const acknowledged = answers.filter(({ result }) => result?.accepted);
  const isKept = (book: ReadonlyMap<string, string>, { round, participantId, option, result }: GivenAnswer) => {
    const kept = book.get(bookKey(round, participantId));
    // Where another choice stood already, the client was told that this one conflicts with it.
    return result?.conflict ? kept !== undefined : kept === option;
  };
  const pauses = [...pausesMs, ...answers.map(({ waitedMs }) => waitedMs), ...players.flatMap((player) => player.breaks)];
  return {
    ...emptyVerdict(),
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((answer) => !isKept(books.redisAnswers, answer) || !isKept(books.postgresAnswers, answer)).length,
    doubled: countDoubled(players, books),
    refused: answers.filter(({ result }) => result !== null && !result.accepted && !isPassing(result.reason)).length,
    unsettled: answers.filter(({ result }) => result === null || isPassing(result.reason)).length,
    wrongScores: countWrongScores(books),
    stale,
    longestPauseS: pauses.reduce((longest, ms) => Math.max(longest, ms), 0) / 1_000,
    problems: [...problems, ...(books.verified === true ? [] : ["the report is not verified"])],
  };
}

const isPassing = (reason: string | undefined): boolean => reason === "BUSY" || reason === "RATE_LIMITED" || reason === "PAUSED" || reason === "TOO_EARLY";

/** More than one event for an answer, or more than one answer of a person to a question. */
function countDoubled(players: readonly Witness[], { counted, postgresAnswers }: Books): number {
  const byEvents = [...counted.values()].filter((times) => times > 1).length;
  const rounds = new Set([...postgresAnswers.keys()].map((key) => Number(key.split(" ")[0])));
  const byPersons = players.filter(({ identities }) => identities.length > 1).flatMap(({ identities }) =>
    [...rounds].filter((round) => identities.filter((identity) => postgresAnswers.has(bookKey(round, identity))).length > 1));
  return byEvents + byPersons.length;
}

function countWrongScores({ redisScores, postgresScores, finalScores }: Books): number {
  const everyone = new Set([...redisScores.keys(), ...postgresScores.keys(), ...finalScores.keys()]);
  return [...everyone].filter((participant) => {
    const scores = [redisScores.get(participant), postgresScores.get(participant) ?? 0, finalScores.get(participant)];
    return scores.some((score) => score !== scores[1]);
  }).length;
}
