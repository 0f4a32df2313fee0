import type { Finding, GameId, ParticipantId, UserId } from "@quickfire/engine";
import type { Sql } from "postgres";

export type NewFlag = { flagId: string; rule: Finding["rule"]; strength: number; gameId: GameId; participantId: ParticipantId; userId: UserId | null };

/**
 * Keeps what the rules found: a new flag, or newer figures for one that is still open. What a person has decided about stays as it was
 * decided. Answers with the flags that are new.
 */
export async function writeFindings(sql: Sql, gameId: GameId, findings: readonly Finding[]): Promise<NewFlag[]> {
  if (findings.length === 0) return [];
  const rows = await sql<(NewFlag & { isNew: boolean })[]>`
    insert into anomaly_flags as flag (rule, game_id, participant_id, user_id, strength, evidence)
    select rule, ${gameId}, finding.participant_id, game_participants.user_id, strength, evidence::jsonb
    from unnest(
      ${findings.map(({ rule }) => rule)}::text[],
      ${findings.map(({ participantId }) => participantId)}::uuid[],
      ${findings.map(({ strength }) => strength)}::int[],
      ${findings.map(({ evidence }) => JSON.stringify(evidence))}::text[]
    ) as finding (rule, participant_id, strength, evidence)
    left join game_participants on game_participants.game_id = ${gameId} and game_participants.participant_id = finding.participant_id
    order by rule, finding.participant_id
    on conflict (game_id, rule, participant_id) do update set strength = excluded.strength, evidence = excluded.evidence
      where flag.status = 'open' and (flag.strength, flag.evidence) is distinct from (excluded.strength, excluded.evidence)
    returning id as "flagId", rule, strength, game_id as "gameId", participant_id as "participantId", user_id as "userId", xmax = 0 as "isNew"`;
  return rows.filter(({ isNew }) => isNew).map(({ isNew: _, ...flag }) => flag);
}
