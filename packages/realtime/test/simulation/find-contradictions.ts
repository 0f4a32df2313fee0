import { decodeBoardNumber } from "@quickfire/engine";
import { gameKeys } from "../../src/keys";
import { parseStoredAnswer } from "../../src/stored-answer";
import { type Clocked, testShards } from "../game-fixture";
import { logOf } from "../traces";
import type { SimulatedClient } from "./simulated-client";
import type { Simulated } from "./simulate";

/** What clients were told against what Redis has and the log says; in words, none where all agree. */
export async function findContradictions({ redis }: Pick<Clocked, "redis">, { gameId, clients }: Simulated): Promise<string[]> {
  const keys = gameKeys(gameId, testShards);
  const log = await logOf(redis, gameId);
  const found: string[] = [];

  for (const { participantId, clicks } of clients) {
    let points = 0;
    for (const { round, told, actionId } of clicks.values()) {
      const stored = await redis.hget(keys.answers(round), participantId);
      const counted = log.filter((event) => event.type === "ANSWER_SUBMITTED" && event.participantId === participantId && event.round === round).length;
      const accepted = told.filter((result) => result.accepted);
      if (accepted.length > 0 && !stored) found.push(`${actionId} was acknowledged and is not there`);
      if (accepted.length === 0 && stored) found.push(`${actionId} counts, and its client was told that it does not`);
      if (counted !== (stored ? 1 : 0)) found.push(`${actionId} was counted ${counted} times`);
      if (new Set(accepted.map(({ points, score, correct }) => `${points} ${score} ${correct}`)).size > 1) found.push(`${actionId} was told different results`);
      if (accepted.filter(({ repeated }) => !repeated).length > 1 && new Set(accepted).size > 1) found.push(`${actionId} was accepted as new more than once`);
      if (stored) points += parseStoredAnswer(stored).points;
    }
    const score = decodeBoardNumber(Number(await redis.zscore(keys.board, participantId))).points;
    if (score !== points) found.push(`${participantId} has ${score} points on the board, and ${points} by answers`);
  }
  return [...found, ...differingScreens(clients)];
}

function differingScreens(clients: readonly SimulatedClient[]): string[] {
  const screens = new Set(clients.map(({ shown: { phase, round, ended, leaderboard, epoch, number } }) => JSON.stringify([phase, round, ended, leaderboard, epoch, number])));
  return screens.size > 1 ? [`the clients' screens show ${screens.size} different ends`] : [];
}
