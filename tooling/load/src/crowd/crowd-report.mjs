/**
 * What one player has in hand at the end, to be held against what the server kept.
 * @typedef {object} LedgerLine
 * @property {string} participantId
 * @property {Record<string, number>} told how often each question was told
 * @property {string[]} shown questions that came with a snapshot
 * @property {{ questionId: string, receipts: number, accepted: boolean | null, reason: string | null, points: number | null, score: number | null }[]} answers
 *   `accepted` is null where no receipt ever came
 *
 * @typedef {{ first: number, last: number, count: number, arrivals: Float64Array }} ArrivalsOfEvent
 *
 * @typedef {object} CrowdReport
 * @property {Record<string, import("../figures/histogram.mjs").HistogramParts>} figures
 * @property {Record<string, number>} counts
 * @property {Record<string, number>} oddities
 * @property {Record<string, ArrivalsOfEvent>} questions by event id
 * @property {Record<string, ArrivalsOfEvent>} endings
 * @property {number[]} screens for each score on a board: from its receipt to the last screen here that showed it
 * @property {number} messages
 * @property {number} cpuSeconds
 * @property {number} memoryMegabytes
 * @property {number} busiest the largest share of a second that the event loop was busy
 */

/** @param {import("./crowd.mjs").Crowd} crowd @returns {Omit<CrowdReport, "cpuSeconds" | "memoryMegabytes" | "busiest">} */
export function reportOf({ figures, counts, oddities, shared, players, scores }) {
  return {
    figures: Object.fromEntries(Object.entries(figures).map(([name, histogram]) => [name, histogram.parts()])),
    counts,
    oddities: Object.fromEntries(oddities),
    questions: arrivalsOf(shared.ofType("new_question")),
    endings: arrivalsOf(shared.ofType("quiz_ended")),
    screens: screensOf(shared.ofType("leaderboard_changed"), scores),
    messages: players.reduce((sum, { messages }) => sum + messages, 0),
  };
}

/** @param {import("./crowd.mjs").Crowd} crowd @returns {Iterable<LedgerLine>} */
export function* ledgerOf({ players }) {
  for (const { seat, told, shown, answers } of players) {
    if (seat === null) continue;
    yield {
      participantId: seat.participantId,
      told: Object.fromEntries(told),
      shown: [...shown],
      answers: [...answers.values()]
        .filter(({ sentAt }) => sentAt > 0)
        .map(({ questionId, receipts, receipt }) => ({
          questionId, receipts, accepted: receipt?.accepted ?? null, reason: receipt?.reason ?? null, points: receipt?.points ?? null, score: receipt?.score ?? null,
        })),
    };
  }
}

/** @param {readonly import("./told-by-all.mjs").SharedEvent[]} events @returns {Record<string, ArrivalsOfEvent>} */
function arrivalsOf(events) {
  return Object.fromEntries(events.map(({ id, first, last, count, arrivals }) => [id, { first, last, count, arrivals: Float64Array.from(arrivals) }]));
}

/**
 * @param {readonly import("./told-by-all.mjs").SharedEvent[]} boards
 * @param {ReadonlyMap<string, number>} scores
 */
function screensOf(boards, scores) {
  const seen = new Set();
  return boards.flatMap(({ payload, last }) =>
    payload.leaderboard.flatMap((/** @type {{ participantId: string, score: number }} */ { participantId, score }) => {
      const name = `${participantId} ${score}`;
      const toldAt = scores.get(name);
      if (toldAt === undefined || seen.has(name)) return [];
      seen.add(name);
      return [Math.max(0, last - toldAt)];
    }),
  );
}
