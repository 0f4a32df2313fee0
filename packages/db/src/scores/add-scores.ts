import { randomUUID } from "node:crypto";
import { InvariantError, type UserId } from "@quickfire/engine";
import { and, asc, inArray, sql } from "drizzle-orm";
import type { Database } from "../database";
import { storableText, storableTextOrNull } from "../log/storable";
import { scoreChanges } from "../schema/score-changes";
import { userScores } from "../schema/user-scores";
import { users } from "../schema/users";
import type { ScoreChange, ScoreReceipt } from "./score-repository.types";

/** An open transaction, such as `database.db.transaction` hands out. */
export type Transaction = Parameters<Parameters<Database["db"]["transaction"]>[0]>[0];

/**
 * Adds points to a long-term score, or takes some back, in the caller's transaction: what the points are for and the points themselves
 * are stored together or not at all. A repeated (user, source, source id) changes nothing and gets the first receipt back. Nothing more
 * is to be done: the worker brings what is committed to the boards and to the event streams.
 */
export async function addScore(transaction: Transaction, change: ScoreChange): Promise<ScoreReceipt> {
  const [receipt] = await addScores(transaction, [change]);
  if (!receipt) throw new InvariantError("points for an account that does not exist");
  return receipt;
}

/** Those of accounts that are gone are left out. */
export async function addScores(transaction: Transaction, changes: readonly ScoreChange[]): Promise<ScoreReceipt[]> {
  if (changes.length === 0) return [];
  const totals = await lockTotals(transaction, [...new Set(changes.map(({ userId }) => userId))].sort());
  const known = await findStored(transaction, changes);

  const added: (typeof scoreChanges.$inferInsert)[] = [];
  const receipts = changes.flatMap((change): ScoreReceipt[] => {
    const oldTotal = totals.get(change.userId);
    if (oldTotal === undefined) return [];
    const first = known.get(keyOf(change));
    if (first) return [{ ...first, repeated: true }];
    const newTotal = oldTotal + change.delta;
    totals.set(change.userId, newTotal);
    const row = rowOf(change, { oldTotal, newTotal });
    added.push(row);
    const receipt = { changeId: row.id, newTotal };
    known.set(keyOf(change), receipt);
    return [{ ...receipt, repeated: false }];
  });

  if (added.length > 0) {
    await transaction.insert(scoreChanges).values(added);
    await storeTotals(transaction, totals, [...new Set(added.map(({ userId }) => userId))]);
  }
  return receipts;
}

type Sourced = Pick<ScoreChange, "userId" | "source" | "sourceId">;
const keyOf = ({ userId, source, sourceId }: Sourced): string => `${userId} ${source} ${storableText(sourceId)}`;

/** In the order of the ids, so that two transactions with the same users wait for each other and never both. */
async function lockTotals(transaction: Transaction, userIds: UserId[]): Promise<Map<UserId, number>> {
  const accounts = transaction.select({ userId: users.id }).from(users).where(inArray(users.id, userIds)).orderBy(asc(users.id));
  await transaction.insert(userScores).select(sql`select id, 0, 0, false, null from (${accounts}) as account (id)`).onConflictDoNothing();
  const rows = await transaction
    .select({ userId: userScores.userId, total: userScores.total })
    .from(userScores)
    .where(inArray(userScores.userId, userIds))
    .orderBy(asc(userScores.userId))
    .for("update");
  return new Map(rows.map(({ userId, total }) => [userId, total]));
}

async function findStored(transaction: Transaction, changes: readonly Sourced[]): Promise<Map<string, { changeId: string; newTotal: number }>> {
  const { id, userId, source, sourceId, newTotal } = scoreChanges;
  const sourceIds = [...new Set(changes.map((change) => storableText(change.sourceId)))];
  const userIds = [...new Set(changes.map((change) => change.userId))];
  const rows = await transaction
    .select({ changeId: id, userId, source, sourceId, newTotal })
    .from(scoreChanges)
    .where(and(inArray(userId, userIds), inArray(sourceId, sourceIds)));
  return new Map(rows.map(({ changeId, newTotal: total, ...sourced }) => [keyOf(sourced), { changeId, newTotal: total }]));
}

function rowOf(change: ScoreChange, totals: { oldTotal: number; newTotal: number }): typeof scoreChanges.$inferInsert & { id: string } {
  return {
    id: randomUUID(),
    ...change,
    ...totals,
    sourceId: storableText(change.sourceId),
    ip: storableTextOrNull(change.ip),
    userAgent: storableTextOrNull(change.userAgent),
    earnedAt: change.earnedAt ?? change.at,
  };
}

async function storeTotals(transaction: Transaction, totals: ReadonlyMap<UserId, number>, userIds: UserId[]): Promise<void> {
  const values = sql.join(userIds.map((userId) => sql`(${userId}::uuid, ${totals.get(userId) ?? 0}::bigint)`), sql`, `);
  await transaction.execute(sql`
    update user_scores set total = changed.total, revision = revision + 1, untold = true
    from (values ${values}) as changed (user_id, total) where user_scores.user_id = changed.user_id`);
}
