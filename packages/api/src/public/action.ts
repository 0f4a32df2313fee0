import { createHash } from "node:crypto";
import type { ActionFailure } from "@quickfire/db";
import { attemptIdSchema, quizIdSchema, quizLimits } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse, refuseField } from "../errors";
import { signedInProcedure } from "../trpc";

/** The year 9999: what a date and a database hold. */
const latestMs = 253_402_300_799_999;

const actionAnswer = z
  .strictObject({
    questionId: z.string().max(64),
    selectedOption: z.union([z.string().max(500), z.int()]).optional().meta({ description: "The option's id, its text, or its place from 0" }),
    answer: z.record(z.string(), z.unknown()).optional().meta({ description: "The typed form, for questions without options" }),
  })
  .refine((given) => (given.selectedOption === undefined) !== (given.answer === undefined), "exactly one of selectedOption and answer");

export const actionInput = z.strictObject({
  quizId: quizIdSchema,
  actionId: z.string().min(1).max(64).regex(/^[\w.:-]+$/, "letters, digits and . : _ - only").meta({ description: "A random UUID of the client. A repeat gets the first answer again." }),
  answers: z.array(actionAnswer).min(1, "At least one answer.").max(quizLimits.questions),
  timestamp: z.union([z.iso.datetime({ offset: true }), z.int().min(0).max(latestMs)]).meta({ description: "When it happened, as the client has it: kept, never used" }),
});

export const actionOutcome = z.object({ success: z.literal(true), message: z.string(), scoreDelta: z.int(), newTotalScore: z.int() });

export const actionRouter = {
  /** An attempt in one piece, scored on the server. The same action of the same user counts once. */
  submit: signedInProcedure.input(actionInput).output(actionOutcome).mutation(async ({ ctx, input }) => {
    const { quizId, actionId, answers, timestamp } = input;
    const { actions, limits, metrics, newId, store } = ctx.services;
    await limits.onAction(ctx.user.userId);
    const submitted = await actions.submit({
      userId: ctx.user.userId, quizId, actionId, answers, attemptId: attemptIdSchema.parse(newId()),
      // Without the time: a client that stamps its retries anew still means the same action.
      bodyHash: createHash("sha256").update(JSON.stringify([quizId, answers])).digest("base64url"),
      claimedAt: new Date(timestamp), now: store.now(), origin: ctx.origin,
    });
    if (!submitted.ok) return refuseAction(submitted.error);
    metrics.attempts.inc({ way: "action" });
    return submitted.value;
  }),
} satisfies TRPCRouterRecord;

function refuseAction(failure: ActionFailure): never {
  switch (failure.code) {
    case "UNKNOWN_QUESTION":
      return refuseField(["answers", failure.index, "questionId"], "The quiz has no such question.");
    case "ASKED_TWICE":
      return refuseField(["answers", failure.index, "questionId"], "This question is answered twice.");
    case "BAD_ANSWER":
      return refuseField(["answers", failure.index], "This is not an answer to the question.");
    case "HAS_PROBLEMS":
      return refuse("NOT_PLAYABLE");
    case "TIMED":
      return refuse("NOT_PLAYABLE", { detail: "Its questions have time limits, so it can only be taken on its page" });
    case "ENDED":
      return refuse("ENDED", { detail: "The deadline is past" });
    case "KEY_REUSED":
      return refuse("KEY_REUSED", { detail: "This actionId was used with another body" });
    default:
      return refuse(failure.code);
  }
}
