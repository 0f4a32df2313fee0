import { err, ok, type Result } from "@quickfire/engine";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { decodeCursor, pageOf, pageSize } from "../paging";
import { anomalyFlags } from "../schema/anomaly-flags";
import { blocks } from "../schema/blocks";
import type { Transaction } from "../scores/add-scores";
import { addBlock, blockOf, isProtected, liftBlocksOf, readActiveBlocks, subjectOf } from "./blocks";
import { noteAction } from "./note-action";
import { type LockedFlag, lockFlag, readFlagDetails, readFlags } from "./read-flags";
import type { Decision, DecisionFailure, ReviewRepository } from "./review.types";
import { takeBackPoints } from "./take-back";

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()]);

export function createReviewRepository(database: Database): ReviewRepository {
  const { db, sql } = database;

  /** Does it if the flag is still as the decider saw it; who comes second is told so. */
  function decided<Value, Failure>(
    { flagId, revision }: Decision,
    change: (transaction: Transaction, flag: LockedFlag) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | DecisionFailure>> {
    return db.transaction(async (transaction) => {
      const flag = await lockFlag(transaction, flagId);
      if (!flag) return err("NOT_FOUND");
      if (flag.revision !== revision) return err("STALE");
      const outcome = await change(transaction, flag);
      if (outcome.ok) await transaction.update(anomalyFlags).set({ revision: revision + 1 }).where(eq(anomalyFlags.id, flagId));
      return outcome;
    });
  }

  return defineRepository<ReviewRepository>(database, "review", {
    async flags({ status, cursor, limit }) {
      const after = decodeCursor(cursor, positionSchema);
      if (!after.ok) return after;
      const size = pageSize(limit);
      const beyond = after.value ? sql`and (found_at, id) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)` : sql``;
      const flags = await readFlags(sql, sql`status = ${status} ${beyond}`, size + 1);
      return ok(pageOf(flags, size, { item: (flag) => flag, position: ({ foundAt, flagId }) => [foundAt, flagId] }));
    },

    async flag(flagId) {
      const [flag] = await readFlags(sql, sql`id = ${flagId}`, 1);
      return flag ? readFlagDetails(sql, flag) : null;
    },

    decide: ({ status, ...decision }) =>
      decided(decision, async (transaction, flag) => {
        const { flagId, by } = decision;
        await transaction.update(anomalyFlags).set({ status, decidedAt: new Date(), decidedBy: by.userId }).where(eq(anomalyFlags.id, flagId));
        await noteAction(transaction, { action: status === "cleared" ? "clear" : "confirm", flagId, by, subject: subjectOf(flag), details: {} });
        const lifted = status === "cleared" ? await liftBlocksOf(transaction, flagId, by.userId) : [];
        for (const subject of lifted) await noteAction(transaction, { action: "lift", flagId, by, subject, details: {} });
        return ok({ lifted });
      }),

    block: ({ endsAt, ...decision }) =>
      decided(decision, async (transaction, flag) => {
        const { flagId, by } = decision;
        const subject = subjectOf(flag);
        if (await isProtected(transaction, subject)) return err("PROTECTED");
        const block = await addBlock(transaction, { subject, flagId, endsAt, blockedBy: by.userId });
        await noteAction(transaction, { action: "block", flagId, by, subject, details: { endsAt: block.endsAt } });
        return ok(block);
      }),

    lift: ({ blockId, by }) =>
      db.transaction(async (transaction) => {
        const [row] = await transaction.update(blocks).set({ liftedAt: new Date(), liftedBy: by.userId }).where(and(eq(blocks.id, blockId), isNull(blocks.liftedAt))).returning();
        if (!row) return err("NOT_FOUND");
        const { subject } = blockOf(row);
        await noteAction(transaction, { action: "lift", flagId: row.flagId, by, subject, details: {} });
        return ok(subject);
      }),

    takeBack: (decision) =>
      decided(decision, async (transaction, flag) => {
        const { flagId, by } = decision;
        const taken = await takeBackPoints(transaction, { flagId, flag, by, at: new Date() });
        if (taken.ok) await noteAction(transaction, { action: "take-back", flagId, by, subject: subjectOf(flag), details: { points: taken.value.points } });
        return taken;
      }),

    activeBlocks: () => readActiveBlocks(database),

    async runningGamesOf(subject) {
      if (!("userId" in subject)) return [subject];
      return sql`
        select game_id as "gameId", participant_id as "participantId" from game_participants left join game_outcomes using (game_id)
        where user_id = ${subject.userId} and removed_at is null and ended_at is null and joined_at > now() - interval '7 days'`;
    },
  });
}
