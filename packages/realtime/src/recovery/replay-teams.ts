import type { Participant } from "@quickfire/engine";
import type { PastAnswer, PastGame } from "./past-game";

/** The hashes `teams` and `teamOf`, as lib/teams.lua keeps them. */
export type ReplayedTeams = { teams: Map<string, number>; teamOf: Map<string, string> };

type Member = Participant & { team: number; fromRound: number };

const isMember = (participant: Participant): participant is Member => participant.team !== undefined && participant.fromRound !== undefined && !participant.removed;

/** What the teams have come to, from who is in them and the answers that count. */
export function replayTeams({ state, people, answers, openedRound }: PastGame): ReplayedTeams {
  const members = people.map(({ participant }) => participant).filter(isMember);
  const teams = new Map<string, number>();
  const add = (field: string, value: number) => teams.set(field, (teams.get(field) ?? 0) + value);

  // Stretches begin where newcomers begin to count; whoever came before is in all that follow.
  const counting = members.filter(({ fromRound }) => fromRound <= openedRound);
  const beginningsOf = (team: number): number[] => [...new Set(counting.filter((member) => member.team === team).map(({ fromRound }) => fromRound))].toSorted((one, other) => one - other);
  const beginnings = new Map([...new Set(members.map(({ team }) => team))].map((team) => [team, beginningsOf(team)]));

  for (const { team, fromRound } of members) {
    add(`${team}:members`, 1);
    add(`${team}:new`, fromRound > openedRound ? 1 : 0);
    for (const from of beginnings.get(team) ?? []) {
      add(`${team}:${from}:points`, 0);
      add(`${team}:${from}:members`, fromRound <= from ? 1 : 0);
    }
  }

  const memberOf = new Map(counting.map((member) => [member.participantId, member]));
  const counts = ({ round }: PastAnswer): boolean => !state.skippedRounds.includes(round);
  for (const { participantId, round, points } of answers.filter(counts)) {
    const member = memberOf.get(participantId);
    const from = member && beginnings.get(member.team)?.findLast((beginning) => beginning <= round);
    if (!member || from === undefined || round < member.fromRound) continue;
    add(round === openedRound ? `${member.team}:open` : `${member.team}:${from}:points`, points);
  }
  return { teams, teamOf: new Map(members.map(({ participantId, team, fromRound }) => [participantId, `${team},${fromRound}`])) };
}
