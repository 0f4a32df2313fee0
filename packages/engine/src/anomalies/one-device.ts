import type { AnomalySettings } from "./anomaly-settings";
import type { Finding } from "./finding";
import { groupBy } from "./group-by";
import { groupsInStep, othersOf } from "./together";
import type { WatchedGame, WatchedParticipant } from "./watched-game";

const deviceOf = ({ ip, userAgent }: WatchedParticipant): string => JSON.stringify([ip, userAgent]);

/**
 * Many players on one device. A class behind one address with one model of phone looks alike in both, and may tap "join" together
 * when it is told to; what it does not do is join within a moment and then also answer as one, round after round.
 */
export function findOneDevice({ participants }: WatchedGame, { deviceJoinMs, deviceAnswers, devicePlayers, lockStepMs }: AnomalySettings): Finding[] {
  const known = participants.filter(({ ip, userAgent }) => ip !== null && userAgent !== null);
  return [...groupBy(known, deviceOf).values()].flatMap((alike) =>
    groupsInStep(alike, { withinMs: lockStepMs, fewest: deviceAnswers }).flatMap(({ members, rounds, apartMs }): Finding[] => {
      const joins = members.map(({ joinedAt }) => joinedAt);
      const joinedWithinMs = Math.max(...joins) - Math.min(...joins);
      if (members.length < devicePlayers || joinedWithinMs > deviceJoinMs * members.length) return [];
      return members.map(({ participantId }) => ({
        rule: "one-device", participantId, strength: 2, evidence: { kind: "one-device", rounds, apartMs, joinedWithinMs, ...othersOf(participantId, members) },
      }));
    }),
  );
}
