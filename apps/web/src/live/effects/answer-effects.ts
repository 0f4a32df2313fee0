import type { AnswerSubmission } from "@quickfire/engine";
import { type Action, isAnyOf } from "@reduxjs/toolkit";
import type { PendingAnswer } from "../store/answer";
import { answerChosen, answerSettled } from "../store/answer-slice";
import { answerMissed, connectionChanged } from "../store/connection-slice";
import { feedDoubted, feedReceived } from "../store/feed-slice";
import type { LiveListenerApi, StartLiveListening } from "../store/live-store";
import { backoffMs } from "./backoff";

const acknowledgedWithinMs = 4_000;
const earlyRetryMs = 250;
/** As long as what was missed may take to be heard after a break. */
const catchesUpWithinMs = 1_000;

/**
 * Brings a chosen answer to the server, and again after every break, under the same `actionId`: it counts once however
 * often it arrives.
 */
export function answerEffects(start: StartLiveListening): void {
  const underway = new Set<string>();

  async function deliverOnce(listener: LiveListenerApi, answer: PendingAnswer): Promise<void> {
    if (underway.has(answer.actionId)) return;
    underway.add(answer.actionId);
    try {
      await deliver(listener, answer);
    } finally {
      underway.delete(answer.actionId);
    }
  }

  start({
    actionCreator: answerChosen,
    effect: async ({ payload }, listener) => {
      const answer = listener.getState().answers[payload.questionId];
      // A second tap on a question that has its answer changes nothing.
      if (answer?.status === "pending" && answer.actionId === payload.actionId) await deliverOnce(listener, answer);
    },
  });

  start({
    predicate: (_, state, before) => state.answers !== before.answers,
    effect: (_, listener) => listener.extra.keepPendingAnswers(pendingOf(listener)),
  });
  start({
    matcher: isAnyOf(connectionChanged, feedReceived),
    effect: async (action, listener) => {
      if (!mayBringThrough(action)) return;
      await Promise.all(pendingOf(listener).map((answer) => deliverOnce(listener, answer)));
    },
  });
}

const pendingOf = (listener: LiveListenerApi): PendingAnswer[] => Object.values(listener.getState().answers).filter((answer) => answer.status === "pending");

/** The line is open again, or a paused game goes on. */
function mayBringThrough(action: Action): boolean {
  if (connectionChanged.match(action)) return action.payload.status === "live" || action.payload.status === "polling";
  return feedReceived.match(action) && ["game_resumed", "snapshot"].includes(action.payload.message.type);
}

async function deliver(listener: LiveListenerApi, { questionId, actionId, answer, chosenAt }: PendingAnswer): Promise<void> {
  const submission = { questionId, actionId, answer: answer ?? {}, answeredAt: new Date(chosenAt).toISOString() };
  for (let attempt = 1; ; attempt++) {
    const result = await submit(listener, submission);
    // Not delivered: the connection's return brings it again.
    if (!result) return;
    listener.dispatch(answerSettled(result));
    // Another tab's answer stands: only a snapshot says which it was.
    if (result.conflict) listener.dispatch(feedDoubted());

    const status = listener.getState().answers[questionId]?.status;
    if (status === "refused") await tellIfMissed(listener, questionId);
    if (status !== "pending" || result.reason === "PAUSED") return;
    await listener.delay(result.reason === "TOO_EARLY" ? earlyRetryMs : backoffMs(attempt, listener.extra.random));
  }
}

/** A question that is on the screen says itself that an answer came too late. One that went by during a break can't any more. */
async function tellIfMissed(listener: LiveListenerApi, questionId: string): Promise<void> {
  await listener.delay(catchesUpWithinMs);
  if (listener.getState().feed.game?.question?.questionId !== questionId) listener.dispatch(answerMissed());
}

/** Over the socket; over HTTP where that has gone silent or is not to be had. */
async function submit(listener: LiveListenerApi, submission: AnswerSubmission) {
  const { api, line } = listener.extra;
  if (line.socket) {
    const acknowledged = line.socket.submitAnswer(submission).catch(() => null);
    const result = await Promise.race([acknowledged, listener.delay(acknowledgedWithinMs).then(() => null)]);
    if (result) return result;
  }
  const result = await listener.pause(api.submitAnswer(submission));
  return result.ok ? result.value : null;
}
