import type { ParticipantId } from "../ids";
import type { WatchedParticipant } from "./watched-game";

/** What can be neither right nor wrong says nothing of who cheats: in a poll, friends agree. */
export const judgedAnswers = ({ answers }: WatchedParticipant) => answers.filter(({ correct }) => correct !== null);

type Apart = { withinMs: number; fewest: number };
type Timed = { participant: WatchedParticipant; times: ReadonlyMap<number, number> };

export type Group = { members: WatchedParticipant[]; rounds: number[]; apartMs: number };

/** One round may be missing or out of step: a packet that was lost once. */
const mostOutOfStep = 1;

/** Of any so many first rounds of one's own, two who are in step were so in at least one. */
const probedRounds = 4;

/** Groups of players who answer at the same moments, round after round. */
export function groupsInStep(participants: readonly WatchedParticipant[], apart: Apart): Group[] {
  const timed = participants
    .map((participant): Timed => ({ participant, times: new Map(judgedAnswers(participant).map(({ round, timeMs }) => [round, timeMs])) }))
    .filter(({ times }) => times.size >= apart.fewest);
  const groupOf = new Map<Timed, Timed[]>();
  // Only neighbours in time can be in step, so nobody is compared with everybody.
  for (const neighbours of neighboursByRound(timed)) {
    neighbours.forEach((one, index) => {
      for (let next = index + 1; next < neighbours.length; next += 1) {
        const other = neighbours[next];
        if (!other || other.timeMs - one.timeMs > apart.withinMs) return;
        if (groupOf.get(one.timed) !== groupOf.get(other.timed) || !groupOf.has(one.timed)) {
          if (areInStep(one.timed, other.timed, apart)) merge(groupOf, one.timed, other.timed);
        }
      }
    });
  }
  return [...new Set(groupOf.values())].map((members) => describeGroup(members, apart));
}

function* neighboursByRound(timed: readonly Timed[]): Generator<{ timed: Timed; timeMs: number }[]> {
  const byRound = new Map<number, { timed: Timed; timeMs: number }[]>();
  for (const one of timed) {
    for (const [round, timeMs] of [...one.times].slice(0, probedRounds)) {
      const inRound = byRound.get(round);
      if (inRound) inRound.push({ timed: one, timeMs });
      else byRound.set(round, [{ timed: one, timeMs }]);
    }
  }
  for (const inRound of byRound.values()) yield inRound.sort((one, other) => one.timeMs - other.timeMs);
}

function areInStep({ times }: Timed, other: Timed, { withinMs, fewest }: Apart): boolean {
  const most = Math.max(times.size, other.times.size);
  let out = 0;
  for (const [round, timeMs] of times) {
    const theirs = other.times.get(round);
    if (theirs === undefined || Math.abs(theirs - timeMs) > withinMs) out += 1;
    if (out > mostOutOfStep) return false;
  }
  const common = times.size - out;
  return common >= fewest - mostOutOfStep && common >= most - mostOutOfStep;
}

function merge(groupOf: Map<Timed, Timed[]>, one: Timed, other: Timed): void {
  const members = [...(groupOf.get(one) ?? [one]), ...(groupOf.get(other) ?? [other])];
  for (const member of members) groupOf.set(member, members);
}

/** The rounds in which all of the group were together, and how far apart they were at most in those. */
function describeGroup(members: readonly Timed[], { withinMs }: Apart): Group {
  const rounds: number[] = [];
  let apartMs = 0;
  for (const round of members[0]?.times.keys() ?? []) {
    const times = members.flatMap(({ times }) => times.get(round) ?? []);
    const spread = Math.max(...times) - Math.min(...times);
    if (times.length < members.length || spread > withinMs * 2) continue;
    rounds.push(round);
    apartMs = Math.max(apartMs, spread);
  }
  return { members: members.map(({ participant }) => participant), rounds, apartMs };
}

const mostNamed = 20;

/** Who else is in the group; of a crowd the first few. */
export const othersOf = (participantId: ParticipantId, members: readonly WatchedParticipant[]) => ({
  group: members.length,
  others: members.map((member) => member.participantId).filter((other) => other !== participantId).slice(0, mostNamed),
});
