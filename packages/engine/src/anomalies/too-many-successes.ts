import type { AnomalySettings } from "./anomaly-settings";
import type { Finding } from "./finding";
import type { WatchedGame } from "./watched-game";

/** More right answers within a short time than rounds that people play in can bring. */
export function findTooManySuccesses({ participants }: WatchedGame, { successes, successesWithinMs }: AnomalySettings): Finding[] {
  return participants.flatMap(({ participantId, answers }): Finding[] => {
    const right = answers.filter(({ correct }) => correct === true).sort((one, other) => one.at - other.at);
    const last = right.findIndex(({ at }, index) => {
      const first = right[index - successes + 1];
      return first !== undefined && at - first.at <= successesWithinMs;
    });
    const [first, end] = [right[last - successes + 1], right[last]];
    if (!first || !end) return [];
    const within = right.filter(({ at }) => at >= first.at && at <= first.at + successesWithinMs);
    const evidence = { kind: "too-many-right" as const, rounds: within.map(({ round }) => round), right: within.length, withinMs: end.at - first.at };
    return [{ rule: "too-many-successes", participantId, strength: 2, evidence }];
  });
}
