import type { Metrics } from "./metrics";

/** Whatever takes the answers of one game in one call. */
type BatchStore<GameId, Answer, Receipt> = { submitAnswers(gameId: GameId, answers: Answer[]): Promise<Receipt[]> };

/** The store as an answer batcher is to see it: how large its batches are, and how much is on its way. */
export function watchBatches<GameId, Answer, Receipt>(
  store: BatchStore<GameId, Answer, Receipt>,
  metrics: Pick<Metrics, "answerBatch" | "answersInFlight">,
): BatchStore<GameId, Answer, Receipt> {
  return {
    async submitAnswers(gameId, answers) {
      metrics.answerBatch.observe(answers.length);
      metrics.answersInFlight.inc(answers.length);
      try {
        return await store.submitAnswers(gameId, answers);
      } finally {
        metrics.answersInFlight.dec(answers.length);
      }
    },
  };
}
