import { attemptAtOnce, type AttemptState, err, ok, type ParticipantId, type Result } from "@quickfire/engine";
import { and, eq } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { assignmentParticipants } from "../schema/assignment-participants";
import { attempts } from "../schema/attempts";
import type { Transaction } from "../scores/add-scores";
import type { Action, ActionFailure, ActionOutcome, ActionRepository } from "./action-repository.types";
import { creditAttempt } from "./credit-attempt";
import { findPlayableQuiz, type PlayableQuiz } from "./playable-quiz";
import { rowOf, storeAsked, sumsOf } from "./stored-attempt";

type Outcome = Result<ActionOutcome, ActionFailure>;

export function createActionRepository(database: Database): ActionRepository {
  const { db } = database;
  /** A client that lost its patience sends the same many times at once; those that come to one process are one call. */
  const underWay = new Map<string, Promise<Outcome>>();

  async function submit(action: Action): Promise<Outcome> {
    const stored = await findStored(db, action);
    if (stored) return stored;
    const playable = await findPlayableQuiz(db, action);
    if (!playable.ok) return err({ code: playable.error });
    const { rules, place } = playable.value;
    if (place && rules.settings.timeLimits) return err({ code: "TIMED" });
    const scored = attemptAtOnce(rules, action.answers, action.now);
    if (!scored.ok) return err({ code: scored.error.problem, index: scored.error.index });
    return db.transaction((transaction) => storeAction(transaction, action, { playable: playable.value, state: scored.value }));
  }

  return defineRepository<ActionRepository>(database, "actions", {
    submit(action: Action) {
      const key = JSON.stringify([action.userId, action.actionId, action.bodyHash]);
      const call = underWay.get(key) ?? submit(action).finally(() => underWay.delete(key));
      underWay.set(key, call);
      return call;
    },
  });
}

async function storeAction(transaction: Transaction, action: Action, { playable, state }: { playable: PlayableQuiz; state: AttemptState }): Promise<Outcome> {
  const { userId, quizId, attemptId, actionId, bodyHash, claimedAt, now, origin } = action;
  const number = playable.place ? await takePlace(transaction, { ...playable.place, ...playable.rules, now }) : ok(null);
  // A repeat of the very action that took the last place gets its outcome, not a refusal.
  if (!number.ok) return (await findStored(transaction, action)) ?? err({ code: number.error });

  // Who comes second waits here until the first is through, and then finds what it has left.
  const added = await transaction
    .insert(attempts)
    .values({
      id: attemptId, userId, quizId, quizVersionId: playable.quizVersionId, ...playable.place, number: number.value, questionOrder: [...state.order],
      startedAt: new Date(state.startedAt), finishedAt: new Date(now), ...sumsOf(state), actionId, bodyHash, claimedAt,
    })
    .onConflictDoNothing({ target: [attempts.userId, attempts.actionId] })
    .returning({ id: attempts.id });
  if (added.length === 0) return (await findStored(transaction, action)) ?? err({ code: "KEY_REUSED" });

  await storeAsked(transaction, state.asked.map((asked, position) => rowOf(asked, { attemptId, position })));
  const { scoreDelta, newTotal } = await creditAttempt(transaction, { attemptId, userId, quizId, state, now, origin });
  const scored = state.asked.filter(({ closed }) => closed?.correct !== null).length;
  const outcome: ActionOutcome = { success: true, message: `${sumsOf(state).right} of ${scored} right`, scoreDelta, newTotalScore: newTotal };
  await transaction.update(attempts).set({ outcome }).where(eq(attempts.id, attemptId));
  return ok(outcome);
}

/** What came of the same action before; null where it never came. */
async function findStored(db: Pick<Database["db"], "select">, { userId, actionId, bodyHash }: Action): Promise<Outcome | null> {
  const [stored] = await db.select({ bodyHash: attempts.bodyHash, outcome: attempts.outcome }).from(attempts).where(and(eq(attempts.userId, userId), eq(attempts.actionId, actionId)));
  if (!stored?.outcome) return null;
  return stored.bodyHash === bodyHash ? ok(stored.outcome) : err({ code: "KEY_REUSED" });
}

type Place = { participantId: ParticipantId; now: number } & PlayableQuiz["rules"];

/** Whose turn it is at an assignment: an action is one of the attempts allowed there. */
async function takePlace(transaction: Transaction, { participantId, settings, deadline, now }: Place): Promise<Result<number, "ENDED" | "NO_ATTEMPT_LEFT" | "UNDER_WAY">> {
  await transaction.select({ id: assignmentParticipants.participantId }).from(assignmentParticipants).where(eq(assignmentParticipants.participantId, participantId)).for("update");
  const before = await transaction.select({ finishedAt: attempts.finishedAt }).from(attempts).where(eq(attempts.participantId, participantId));
  if (before.some(({ finishedAt }) => finishedAt === null)) return err("UNDER_WAY");
  if (before.length >= settings.attempts) return err("NO_ATTEMPT_LEFT");
  return now > deadline ? err("ENDED") : ok(before.length + 1);
}
