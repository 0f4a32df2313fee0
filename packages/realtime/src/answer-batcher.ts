import type { GameId } from "@quickfire/engine";
import { InfrastructureError } from "./errors";
import type { AnswerReceipt, GameStore, MarkedAnswer } from "./game-store.types";

export type AnswerBatcher = {
  /**
   * The receipt of one answer. Refused with BUSY where too many wait or Redis can't be asked: that answer may be sent again,
   * and counts once whatever became of the first try.
   */
  submit: (gameId: GameId, answer: MarkedAnswer) => Promise<AnswerReceipt>;
  /** How many answers wait for their receipt. */
  pending: () => number;
};

export type AnswerBatcherOptions = {
  store: Pick<GameStore, "submitAnswers">;
  largestBatch?: number;
  /** Calls of one game that may be under way at once: of batches that are full. */
  callsInFlight?: number;
  /** What is not full leaves only while fewer calls than these are under way; else it waits for more. */
  callsBeforeWaiting?: number;
  /** Answers of one process that may wait at once. */
  largestQueue?: number;
};

type Waiting = { answer: MarkedAnswer; resolve: (receipt: AnswerReceipt) => void; reject: (error: unknown) => void };
type Lane = { waiting: Waiting[]; inFlight: number; scheduled: boolean };

function busy({ participantId, submission }: MarkedAnswer): AnswerReceipt {
  const { questionId, actionId } = submission;
  return { participantId, result: { questionId, ...(actionId === undefined ? {} : { actionId }), accepted: false, reason: "BUSY" } };
}

/**
 * Collects the answers of a game, so that Redis gets a few calls and not one each. A batch leaves as soon as it is full, and Redis works
 * while the rest of the turn's sockets are read; what is left at the end of the turn leaves then.
 */
export function createAnswerBatcher(options: AnswerBatcherOptions): AnswerBatcher {
  const { store, largestBatch = 200, callsInFlight = 8, callsBeforeWaiting = 2, largestQueue = 20_000 } = options;
  const lanes = new Map<GameId, Lane>();
  let pending = 0;

  async function send(gameId: GameId, batch: Waiting[]): Promise<void> {
    try {
      const receipts = await store.submitAnswers(gameId, batch.map(({ answer }) => answer));
      batch.forEach(({ answer, resolve }, index) => resolve(receipts[index] ?? busy(answer)));
    } catch (error) {
      const isPassing = error instanceof InfrastructureError && error.retryable;
      for (const { answer, resolve, reject } of batch) {
        if (isPassing) resolve(busy(answer));
        else reject(error);
      }
    }
  }

  function sendNext(gameId: GameId, lane: Lane): void {
    const batch = lane.waiting.splice(0, largestBatch);
    lane.inFlight += 1;
    void send(gameId, batch).finally(() => {
      pending -= batch.length;
      lane.inFlight -= 1;
      if (lane.waiting.length > 0) flush(gameId, lane);
      else if (lane.inFlight === 0 && !lane.scheduled) lanes.delete(gameId);
    });
  }

  const isFull = (lane: Lane) => lane.waiting.length >= largestBatch && lane.inFlight < callsInFlight;

  function flush(gameId: GameId, lane: Lane): void {
    while (isFull(lane) || (lane.waiting.length > 0 && lane.inFlight < callsBeforeWaiting)) sendNext(gameId, lane);
  }

  return {
    submit(gameId, answer) {
      if (pending >= largestQueue) return Promise.resolve(busy(answer));
      const lane = lanes.get(gameId) ?? { waiting: [], inFlight: 0, scheduled: false };
      lanes.set(gameId, lane);
      pending += 1;
      if (!lane.scheduled) {
        lane.scheduled = true;
        setImmediate(() => {
          lane.scheduled = false;
          flush(gameId, lane);
        });
      }
      const receipt = new Promise<AnswerReceipt>((resolve, reject) => lane.waiting.push({ answer, resolve, reject }));
      if (isFull(lane)) sendNext(gameId, lane);
      return receipt;
    },
    pending: () => pending,
  };
}
