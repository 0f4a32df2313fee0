import type { AnswerSubmission } from "@quickfire/engine";
import { type Action, isAnyOf } from "@reduxjs/toolkit";
import type { AnswerState } from "../store/answer";
import { answerChosen, answerSettled } from "../store/answer-slice";
import { connectionChanged } from "../store/connection-slice";
import { feedDoubted, feedReceived } from "../store/feed-slice";
import type { LiveListenerApi, StartLiveListening } from "../store/live-store";
import { backoffMs } from "./backoff";

type PendingAnswer = Extract<AnswerState, { status: "pending" }>;

const acknowledgedWithinMs = 4_000;
const earlyRetryMs = 250;

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
    matcher: isAnyOf(connectionChanged, feedReceived),
    effect: async (action, listener) => {
      if (!mayBringThrough(action)) return;
      const pending = Object.values(listener.getState().answers).filter((answer) => answer.status === "pending");
      await Promise.all(pending.map((answer) => deliverOnce(listener, answer)));
    },
  });
}

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

    const isPending = listener.getState().answers[questionId]?.status === "pending";
    if (!isPending || result.reason === "PAUSED") return;
    await listener.delay(result.reason === "TOO_EARLY" ? earlyRetryMs : backoffMs(attempt, listener.extra.random));
  }
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
