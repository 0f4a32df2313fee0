import type { AnomalySettings } from "./anomaly-settings";
import type { Finding } from "./finding";
import type { WatchedGame, WatchedParticipant } from "./watched-game";

/** Scores that rise by more than a question can give, and players who turn from mostly wrong to always right. */
export function findSuddenJumps({ questions, participants }: WatchedGame, settings: AnomalySettings): Finding[] {
  const possible = new Map(questions.map(({ round, mostPoints }) => [round, mostPoints]));
  return participants.flatMap((participant) => impossibleGain(participant, possible) ?? lateSurge(participant, settings) ?? []);
}

function impossibleGain({ participantId, answers }: WatchedParticipant, possible: ReadonlyMap<number, number>): Finding | null {
  const jumps = answers.filter(({ round, gained }) => gained > (possible.get(round) ?? Number.POSITIVE_INFINITY));
  const [first] = jumps;
  if (!first) return null;
  const rounds = jumps.map(({ round }) => round);
  return { rule: "sudden-jump", participantId, strength: 3, evidence: { kind: "more-than-possible", rounds, gained: first.gained, possible: possible.get(first.round) ?? 0 } };
}

/**
 * Of all orders in which somebody could have got as many right, how rare are those in which nearly all that is wrong comes first? Who
 * learns or warms up gets better too, so it has to be very rare, and is then no more than worth a look.
 */
function lateSurge({ participantId, answers }: WatchedParticipant, { surgeOdds }: AnomalySettings): Finding | null {
  const judged = answers.filter(({ correct }) => correct !== null);
  const turn = judged.findLastIndex(({ correct }) => correct !== true) + 1;
  const rightBefore = judged.slice(0, turn).filter(({ correct }) => correct === true).length;
  const right = rightBefore + judged.length - turn;
  if (logOfChoices(judged.length, right) - logOfChoices(turn, rightBefore) < surgeOdds) return null;
  const rounds = judged.slice(turn).map(({ round }) => round);
  return { rule: "sudden-jump", participantId, strength: 1, evidence: { kind: "late-surge", rounds, wrongBefore: turn - rightBefore, answeredBefore: turn } };
}

/** The decimal logarithm of the number of ways to choose so many of so many. */
function logOfChoices(all: number, chosen: number): number {
  let log = 0;
  for (let index = 1; index <= chosen; index += 1) log += Math.log10((all - chosen + index) / index);
  return log;
}
