import { err, ok, type QuizId, type Result } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { scoreChanges } from "../schema/score-changes";
import { addScore, type Transaction } from "../scores/add-scores";
import type { LockedFlag } from "./read-flags";
import type { Reviewer } from "./review.types";

const gameRow = z.object({ quiz_id: z.string(), is_settled: z.boolean() });
const taken = z.array(z.object({ round: z.number(), points: z.number() }));

/**
 * Takes the points of the flagged answers back: from the account's long-term score, and for the report. What was taken back before is
 * left out, so doing it twice does no harm. The game's own log and board stay: they tell what was played.
 */
export async function takeBackPoints(
  transaction: Transaction,
  { flagId, flag, by, at }: { flagId: string; flag: LockedFlag; by: Reviewer; at: Date },
): Promise<Result<{ points: number }, "WRONG_PHASE">> {
  const { gameId, participantId, userId, rounds } = flag;
  // Points that have not reached the account yet would come after their correction, or never.
  const [found] = await transaction.execute(sql`
    select quiz_id, ended_at is not null and verified is not null and (${userId}::uuid is null or not verified or scored_at is not null) as is_settled
    from games join game_outcomes on game_id = id where id = ${gameId}`);
  const game = gameRow.safeParse(found).data;
  if (!game?.is_settled) return err("WRONG_PHASE");
  const rows = taken.parse([
    ...(await transaction.execute(sql`
      insert into taken_back_points (game_id, participant_id, round, points, flag_id, taken_by)
      select game_id, participant_id, round, points, ${flagId}::uuid, ${by.userId}::uuid from game_answers join game_rounds using (game_id, round)
      where game_id = ${gameId} and participant_id = ${participantId}::uuid and round in ${rounds} and points > 0 and not skipped
      on conflict do nothing returning round, points`)),
  ]);
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  if (points > 0 && userId) {
    const [credited] = await transaction
      .select({ earnedAt: scoreChanges.earnedAt })
      .from(scoreChanges)
      .where(sql`${scoreChanges.userId} = ${userId} and ${scoreChanges.source} = 'game' and ${scoreChanges.sourceId} = ${gameId}`);
    // A participant who was removed got nothing that could be taken back.
    if (credited) {
      const sourceId = `${flagId} ${rows.map(({ round }) => round).join(",")}`;
      await addScore(transaction, {
        userId, source: "correction", sourceId, quizId: game.quiz_id as QuizId, delta: -points, action: "points-taken-back", ip: by.ip, userAgent: by.userAgent, at, earnedAt: credited.earnedAt,
      });
    }
  }
  return ok({ points });
}
