import type { ParticipantId } from "./ids";

/** Someone who came in, as far as it tells a program from a person. Who is removed already still belongs to their swarm. */
export type Arrival = {
  participantId: ParticipantId;
  name: string;
  joinedAt: number;
  /** No connection since they came in, and no poll either. */
  silent: boolean;
  /** With an account, which programs that come by the hundred do not have. */
  signedIn: boolean;
  removed: boolean;
};

/** The seconds in which so many came that the game locked itself. */
export type Flood = { from: number; until: number };

/** A swarm is so many of one kind within so short a time; who only just came in is not silent yet. */
export const swarmRule = { size: 8, withinMs: 2_000, silentAfterMs: 15_000 } as const;

/** In the order in which the reasons are looked at. */
export const swarmReasons = ["flood", "pattern", "silent"] as const;
export type SwarmReason = (typeof swarmReasons)[number];

/** What numbered names have in common: bot 1 and Bot-204 are both "bot0". Null where no number is in the name. */
export function kindOfName(name: string): string | null {
  const plain = name.normalize("NFKC").toLowerCase();
  return /\p{Nd}/u.test(plain) ? plain.replace(/\p{Nd}+/gu, "0").replace(/[\p{Z}\p{P}\p{S}]/gu, "") : null;
}

/** Those of a group who came within so short a time of one another that a class could not have. */
function crowdedIn(group: readonly Arrival[]): Arrival[] {
  const sorted = group.toSorted((one, other) => one.joinedAt - other.joinedAt);
  const crowded = new Set<Arrival>();
  for (let first = 0; first + swarmRule.size <= sorted.length; first += 1) {
    const window = sorted.slice(first, first + swarmRule.size);
    const lasted = (window.at(-1)?.joinedAt ?? 0) - (window[0]?.joinedAt ?? 0);
    if (lasted <= swarmRule.withinMs) for (const one of window) crowded.add(one);
  }
  return [...crowded];
}

function groupByKind(arrivals: readonly Arrival[]): Map<string, Arrival[]> {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const kind = kindOfName(arrival.name);
    if (kind === null) continue;
    const group = groups.get(kind) ?? [];
    groups.set(kind, group);
    group.push(arrival);
  }
  return groups;
}

/**
 * Who looks like a program, and why: whoever came in a flood; numbered names of one kind, or people who never showed a sign of life,
 * eight and more of them within two seconds. Everybody else stays, first of all who was in before, and who is signed in. An address says
 * nothing: a school is one.
 */
export function findSwarm(arrivals: readonly Arrival[], { flood, now }: { flood: Flood | null; now: number }): Map<ParticipantId, SwarmReason> {
  const strangers = arrivals.filter(({ signedIn }) => !signedIn);
  const byKind = groupByKind(strangers);
  const found: Record<SwarmReason, readonly Arrival[]> = {
    flood: flood === null ? [] : strangers.filter(({ joinedAt }) => joinedAt >= flood.from && joinedAt <= flood.until),
    pattern: [...byKind.values()].flatMap(crowdedIn),
    silent: crowdedIn(strangers.filter(({ silent, joinedAt }) => silent && now - joinedAt >= swarmRule.silentAfterMs)),
  };
  const swarm = new Map<ParticipantId, SwarmReason>();
  for (const reason of swarmReasons) {
    for (const { participantId, removed } of found[reason]) if (!removed && !swarm.has(participantId)) swarm.set(participantId, reason);
  }
  return swarm;
}
