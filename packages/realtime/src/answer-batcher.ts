import type { GameId } from "@quickfire/engine";
import { InfrastructureError } from "./errors";
import type { AnswerReceipt, GameStore, MarkedAnswer } from "./game-store.types";

/** Told the receipt of an answer. Calls and not promises: everybody answers at once, and each promise on the way costs as much as the marking. */
export type Told = (receipt: AnswerReceipt) => void;
export type Failed = (error: unknown) => void;

export type AnswerBatcher = {
  /**
   * Tells the receipt of one answer, or that it has failed. Refused with BUSY where too many wait or Redis can't be asked: that answer
   * may be sent again, and counts once whatever became of the first try.
   */
  submit: (gameId: GameId, answer: MarkedAnswer, told: Told, failed: Failed) => void;
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

type Waiting = { answer: MarkedAnswer; told: Told; failed: Failed };
type Lane = { waiting: Waiting[]; inFlight: number; scheduled: boolean };

function busy({ participantId, submission }: MarkedAnswer): AnswerReceipt {
  const { questionId, actionId } = submission;
  return { participantId, result: { questionId, ...(actionId === undefined ? {} : { actionId }), accepted: false, reason: "BUSY" } };
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** What goes wrong with telling one of a batch is not the others' affair: it comes out as what nobody has caught. */
function tellEach(batch: readonly Waiting[], tell: (waiting: Waiting, place: number) => void): void {
  batch.forEach((waiting, place) => {
    try {
      tell(waiting, place);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  });
}

/**
 * Collects the answers of a game, so that Redis gets a few calls and not one each. A batch leaves as soon as it is full, and Redis works
 * while the rest of the turn's sockets are read; what is left at the end of the turn leaves then.
 */
export function createAnswerBatcher(options: AnswerBatcherOptions): AnswerBatcher {
  const { store, largestBatch = 200, callsInFlight = 8, callsBeforeWaiting = 2, largestQueue = 20_000 } = options;
  const lanes = new Map<GameId, Lane>();
  let pending = 0;

  async function sendNext(gameId: GameId, lane: Lane): Promise<void> {
    const batch = lane.waiting.splice(0, largestBatch);
    lane.inFlight += 1;
    const submitted = await store.submitAnswers(gameId, batch.map(({ answer }) => answer)).catch(asError);
    lane.inFlight -= 1;
    pending -= batch.length;
    // Before anybody is told: Redis works on the next ones meanwhile.
    if (lane.waiting.length > 0) flush(gameId, lane);
    else if (lane.inFlight === 0 && !lane.scheduled) lanes.delete(gameId);
    if (!(submitted instanceof Error)) return tellEach(batch, ({ answer, told }, place) => told(submitted[place] ?? busy(answer)));
    const isPassing = submitted instanceof InfrastructureError && submitted.retryable;
    tellEach(batch, ({ answer, told, failed }) => (isPassing ? told(busy(answer)) : failed(submitted)));
  }

  const isFull = (lane: Lane) => lane.waiting.length >= largestBatch && lane.inFlight < callsInFlight;

  function flush(gameId: GameId, lane: Lane): void {
    while (isFull(lane) || (lane.waiting.length > 0 && lane.inFlight < callsBeforeWaiting)) void sendNext(gameId, lane);
  }

  return {
    submit(gameId, answer, told, failed) {
      if (pending >= largestQueue) return told(busy(answer));
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
      lane.waiting.push({ answer, told, failed });
      if (isFull(lane)) void sendNext(gameId, lane);
    },
    pending: () => pending,
  };
}
