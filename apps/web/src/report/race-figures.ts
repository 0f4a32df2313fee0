import type { ApiOutput } from "@/trpc/client";

export type Race = ApiOutput["game"]["race"];
export type RaceRound = Race["rounds"][number];

export type Lane = {
  participantId: string;
  name: string;
  avatar: number;
  /** By step: where the runner stands in front, 0 for the first; null for whoever is not in front then. */
  steps: ({ place: number; rank: number; score: number; gained: number } | null)[];
};

/** Everybody who was in front at least once, the final first ones first. */
export function lanesOf({ rounds }: Race): Lane[] {
  const lanes = new Map<string, Lane>();
  rounds.forEach(({ front }, step) => {
    front.forEach(({ participantId, name, avatar, rank, score, gained }, place) => {
      const lane = lanes.get(participantId) ?? { participantId, name, avatar, steps: rounds.map(() => null) };
      lane.steps[step] = { place, rank, score, gained };
      lanes.set(participantId, lane);
    });
  });
  const lastPlace = (lane: Lane) => lane.steps.at(-1)?.place ?? Number.POSITIVE_INFINITY;
  return [...lanes.values()].sort((one, other) => (lastPlace(one) === lastPlace(other) ? 0 : lastPlace(one) - lastPlace(other)));
}

/** The best score of all: what the longest bar stands for. */
export function longestScore({ rounds }: Race): number {
  return Math.max(1, ...rounds.map(({ front }) => front[0]?.score ?? 0));
}
