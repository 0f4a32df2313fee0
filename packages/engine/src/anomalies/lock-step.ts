import type { AnomalySettings } from "./anomaly-settings";
import type { Finding } from "./finding";
import { groupBy } from "./group-by";
import { groupsInStep, judgedAnswers, othersOf } from "./together";
import type { WatchedGame, WatchedParticipant } from "./watched-game";

const patternOf = (participant: WatchedParticipant): string => JSON.stringify(judgedAnswers(participant).map(({ round, choice }) => [round, choice]));

/** Several players who give the same answers to everything, at the same moments: one hand, or one program. Two friends are no group. */
export function findLockStep({ participants }: WatchedGame, { lockStepMs, lockStepAnswers, lockStepPlayers }: AnomalySettings): Finding[] {
  return [...groupBy(participants, patternOf).values()].flatMap((alike) =>
    groupsInStep(alike, { withinMs: lockStepMs, fewest: lockStepAnswers })
      .filter(({ members }) => members.length >= lockStepPlayers)
      .flatMap(({ members, rounds, apartMs }) =>
        members.map(({ participantId }): Finding => ({
          rule: "lock-step", participantId, strength: 2, evidence: { kind: "lock-step", rounds, apartMs, ...othersOf(participantId, members) },
        })),
      ),
  );
}
