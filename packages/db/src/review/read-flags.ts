import { evidenceSchema, type ParticipantId } from "@quickfire/engine";
import { eq } from "drizzle-orm";
import type { Fragment, ISql } from "postgres";
import { anomalyFlags } from "../schema/anomaly-flags";
import type { Transaction } from "../scores/add-scores";
import { subjectOf } from "./blocks";
import type { Block, Flag, FlagDetails } from "./review.types";

type FlagRow = Omit<Flag, "block" | "evidence"> & { evidence: unknown; blockId: string | null; blockStartedAt: string | null; blockEndsAt: string | null; blockAutomatic: boolean | null };

/** Flags with all that a list tells of them, the newest first. */
export async function readFlags(sql: ISql, where: Fragment, limit: number): Promise<Flag[]> {
  const rows = await sql<FlagRow[]>`
    select flag.id as "flagId", rule, strength, evidence, status, revision, found_at as "foundAt", decided_at as "decidedAt", decider.name as "decidedBy",
      flag.game_id as "gameId", games.title, flag.participant_id as "participantId", people.name, coalesce(people.avatar, 0) as avatar, flag.user_id as "userId", accounts.name as "userName", standing.score,
      (select coalesce(sum(points), 0)::int from taken_back_points back where back.game_id = flag.game_id and back.participant_id = flag.participant_id) as "takenBack",
      block.id as "blockId", block.started_at as "blockStartedAt", block.ends_at as "blockEndsAt", block.blocked_by is null as "blockAutomatic"
    from (select * from anomaly_flags flag where ${where} order by found_at desc, id desc limit ${limit}) flag
    left join games on games.id = flag.game_id
    left join game_participants people on people.game_id = flag.game_id and people.participant_id = flag.participant_id
    left join game_standings standing on standing.game_id = flag.game_id and standing.participant_id = flag.participant_id
    left join users accounts on accounts.id = flag.user_id
    left join users decider on decider.id = flag.decided_by
    left join lateral (
      select * from blocks where lifted_at is null and (ends_at is null or ends_at > now()) and (blocks.user_id = flag.user_id or blocks.participant_id = flag.participant_id)
      order by ends_at desc nulls first limit 1
    ) block on true
    order by found_at desc, flag.id desc`;
  return rows.map(flagOf);
}

function flagOf({ blockId, blockStartedAt, blockEndsAt, blockAutomatic, evidence, foundAt, decidedAt, ...row }: FlagRow): Flag {
  const subject = subjectOf(row);
  const block: Block | null = blockId && blockStartedAt
    ? { blockId, subject, startedAt: new Date(blockStartedAt).toISOString(), endsAt: blockEndsAt && new Date(blockEndsAt).toISOString(), automatic: blockAutomatic === true }
    : null;
  return { ...row, evidence: evidenceSchema.parse(evidence), foundAt: new Date(foundAt).toISOString(), decidedAt: decidedAt && new Date(decidedAt).toISOString(), block };
}

/** Beside the flag: who else is named in it, the answers it is about, and what was decided so far. */
export async function readFlagDetails(sql: ISql, flag: Flag): Promise<FlagDetails> {
  const others = "others" in flag.evidence ? flag.evidence.others : [];
  const [people, answers, history] = await Promise.all([
    sql<{ participantId: ParticipantId; name: string }[]>`
      select participant_id as "participantId", name from game_participants where game_id = ${flag.gameId} and participant_id = any(${others}::uuid[])`,
    sql<FlagDetails["answers"]>`
      select round, correct, time_ms as "timeMs", answer.points, back.points is not null as "takenBack"
      from game_answers answer left join taken_back_points back using (game_id, participant_id, round)
      where game_id = ${flag.gameId} and participant_id = ${flag.participantId} and round = any(${flag.evidence.rounds}::int[]) order by round`,
    sql<FlagDetails["history"]>`
      select action, at, users.name as by, details from review_actions left join users on users.id = admin_user_id where flag_id = ${flag.flagId}
      order by at desc, action = 'lift' desc, review_actions.id`,
  ]);
  const names = Object.fromEntries(people.map(({ participantId, name }) => [participantId, name])) as FlagDetails["names"];
  return { ...flag, names, answers: [...answers], history: history.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })) };
}

export type LockedFlag = Pick<typeof anomalyFlags.$inferSelect, "status" | "revision" | "gameId" | "participantId" | "userId"> & { rounds: number[] };

/** A flag that nobody else decides about until the transaction is over. */
export async function lockFlag(transaction: Transaction, flagId: string): Promise<LockedFlag | null> {
  const [row] = await transaction.select().from(anomalyFlags).where(eq(anomalyFlags.id, flagId)).for("update");
  return row ? { ...row, rounds: evidenceSchema.parse(row.evidence).rounds } : null;
}
