import type { TraceRoot } from "./answer-key";
import type { Tracing } from "./tracing";

type BatchStore<GameId, Answer, Receipt> = { submitAnswers(gameId: GameId, answers: Answer[]): Promise<Receipt[]> };
type Identified = { participantId: string; submission: { questionId: string; actionId?: string } };

export type TraceBatchesOptions<GameId> = { tracing: Tracing; now: () => number; onCounted?: (gameId: GameId, roots: readonly TraceRoot[]) => void };

/** The store as an answer batcher is to see it, with the call that takes a batch in the trace of each of its answers. */
export function traceBatches<GameId extends string, Answer extends Identified, Receipt>(
  store: BatchStore<GameId, Answer, Receipt>,
  { tracing, now, onCounted }: TraceBatchesOptions<GameId>,
): BatchStore<GameId, Answer, Receipt> {
  return {
    async submitAnswers(gameId, answers) {
      const roots = answers.flatMap(({ participantId, submission }) => tracing.rootOf({ gameId, participantId, ...submission }) ?? []);
      const startedAt = now();
      let failed = true;
      try {
        const receipts = await store.submitAnswers(gameId, answers);
        failed = false;
        return receipts;
      } finally {
        const attributes = { "db.system.name": "redis", "db.operation.name": "FCALL submit_answers", "db.operation.batch.size": answers.length };
        tracing.recordShared(roots, { name: "redis submit_answers", startedAt, endedAt: now(), attributes, failed });
        if (!failed) onCounted?.(gameId, roots);
      }
    },
  };
}
