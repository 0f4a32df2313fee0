import { InvariantError, type GameId, type ParticipantId, type UserId } from "@quickfire/engine";
import { and, desc, eq, gt, gte, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../database";
import { blocks } from "../schema/blocks";
import { users } from "../schema/users";
import type { Transaction } from "../scores/add-scores";
import type { Block, BlockSubject } from "./review.types";

export type NewBlock = { subject: BlockSubject; flagId: string; endsAt: Date | null; blockedBy: UserId | null };

/** Adds a block, unless one that stands lasts as long: then it is that one. */
export async function addBlock(transaction: Transaction, { subject, flagId, endsAt, blockedBy }: NewBlock): Promise<Block> {
  const lastsAsLong = endsAt ? or(isNull(blocks.endsAt), gte(blocks.endsAt, endsAt)) : isNull(blocks.endsAt);
  const [standing] = await transaction.select().from(blocks).where(and(isNull(blocks.liftedAt), isOn(subject), lastsAsLong)).orderBy(longestFirst).limit(1);
  if (standing) return blockOf(standing);
  const [row] = await transaction.insert(blocks).values({ ...subject, flagId, endsAt, blockedBy }).returning();
  if (!row) throw new InvariantError("a block was not stored");
  return blockOf(row);
}

/** The blocks that hold now; of several on the same person the one that lasts longest. */
export async function readActiveBlocks({ db }: Pick<Database, "db">): Promise<Block[]> {
  const rows = await db
    .selectDistinctOn([blocks.userId, blocks.participantId])
    .from(blocks)
    .where(and(isNull(blocks.liftedAt), or(isNull(blocks.endsAt), gt(blocks.endsAt, sql`now()`))))
    .orderBy(blocks.userId, blocks.participantId, longestFirst);
  return rows.map(blockOf);
}

/** Those of one flag that still hold are lifted; answers with whom they were on. */
export async function liftBlocksOf(transaction: Transaction, flagId: string, liftedBy: UserId): Promise<BlockSubject[]> {
  const rows = await transaction.update(blocks).set({ liftedAt: new Date(), liftedBy }).where(and(eq(blocks.flagId, flagId), isNull(blocks.liftedAt))).returning();
  return rows.map((row) => blockOf(row).subject);
}

/** Admins keep one another in; whoever has the role can take it away first. */
export async function isProtected(transaction: Transaction, subject: BlockSubject): Promise<boolean> {
  if (!("userId" in subject)) return false;
  const rows = await transaction.select({ id: users.id }).from(users).where(and(eq(users.id, subject.userId), sql`'admin' = any(${users.roles})`));
  return rows.length > 0;
}

const longestFirst = desc(sql`coalesce(${blocks.endsAt}, 'infinity')`);

const isOn = (subject: BlockSubject) => ("userId" in subject ? eq(blocks.userId, subject.userId) : eq(blocks.participantId, subject.participantId));

export function blockOf(row: typeof blocks.$inferSelect): Block {
  return { blockId: row.id, subject: subjectOf(row), automatic: row.blockedBy === null, startedAt: row.startedAt.toISOString(), endsAt: row.endsAt?.toISOString() ?? null };
}

/** An account where there is one, else the guest in that game. */
export function subjectOf({ userId, gameId, participantId }: { userId: UserId | null; gameId: GameId | null; participantId: ParticipantId | null }): BlockSubject {
  if (userId) return { userId };
  if (!gameId || !participantId) throw new InvariantError("a block is on nobody");
  return { gameId, participantId };
}
