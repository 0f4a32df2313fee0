/** @typedef {import("../crowd/crowd-report.mjs").LedgerLine} LedgerLine */

/**
 * What the server kept of a game, from each of the places where it stands. A null is a place that could not be asked.
 * @typedef {object} Kept
 * @property {readonly { participantId: string, score: number }[]} board
 * @property {{ verified: boolean, participants: readonly { participantId: string, score: number, answered: number }[], questions: readonly { questionId: string, answered: number }[] }} report
 * @property {readonly { participantId: string, questionId: string, points: number, times: number }[] | null} answers rows of the answers, with the audit rows of each
 *
 * What came out of it: each finding is one line.
 * @typedef {object} Verdict
 * @property {number} acknowledged answers that the server said it had accepted
 * @property {number} refused
 * @property {number} unacknowledged answers that were sent and never acknowledged
 * @property {number} lost
 * @property {number} doubled
 * @property {number} wrong sums that don't agree
 * @property {number} missed questions that a player was not told
 * @property {number} repeated questions that a player was told twice
 * @property {string[]} findings the first of them, in words
 */

const findingsKept = 20;

/**
 * Holds what the players have in hand against what the server kept.
 *
 * @param {readonly LedgerLine[]} ledger
 * @param {Kept} kept
 * @param {{ questions: readonly string[] }} game the questions that were played
 * @returns {Verdict}
 */
export function reconcile(ledger, kept, { questions }) {
  const verdict = { acknowledged: 0, refused: 0, unacknowledged: 0, lost: 0, doubled: 0, wrong: 0, missed: 0, repeated: 0, findings: /** @type {string[]} */ ([]) };
  /** @type {(kind: "lost" | "doubled" | "wrong" | "missed" | "repeated", words: string, count?: number) => void} */
  const find = (kind, words, count = 1) => {
    verdict[kind] += count;
    if (verdict.findings.length < findingsKept) verdict.findings.push(`${kind}: ${words}`);
  };

  for (const line of ledger) {
    checkTold(line, questions, find);
    for (const { accepted } of line.answers) verdict[accepted === null ? "unacknowledged" : accepted ? "acknowledged" : "refused"] += 1;
  }
  checkScores(ledger, kept, find);
  checkCounts(ledger, kept, find);
  if (kept.answers !== null) checkRows(ledger, kept.answers, find);
  return verdict;
}

/** @typedef {(kind: "lost" | "doubled" | "wrong" | "missed" | "repeated", words: string, count?: number) => void} Find */

/** @param {LedgerLine} line @param {readonly string[]} questions @param {Find} find */
function checkTold({ participantId, told, shown }, questions, find) {
  for (const questionId of questions) {
    const times = told[questionId] ?? 0;
    if (times === 0 && !shown.includes(questionId)) find("missed", `${participantId} was not told question ${questionId}`);
    if (times > 1) find("repeated", `${participantId} was told question ${questionId} ${times} times`, times - 1);
  }
}

/** The sum of the points on the receipts is the score, on the board and in the report. @param {readonly LedgerLine[]} ledger @param {Kept} kept @param {Find} find */
function checkScores(ledger, { board, report }, find) {
  const places = /** @type {const} */ ([["board", new Map(board.map(({ participantId, score }) => [participantId, score]))], ["report", new Map(report.participants.map(({ participantId, score }) => [participantId, score]))]]);
  for (const { participantId, answers } of ledger) {
    const accepted = answers.filter(({ accepted }) => accepted !== false);
    const isCertain = accepted.every(({ accepted, points }) => accepted === true && points !== null);
    const sum = accepted.reduce((total, { points }) => total + (points ?? 0), 0);
    for (const [place, scores] of places) {
      const score = scores.get(participantId);
      if (score === undefined) find("wrong", `${participantId} does not stand ${place === "board" ? "on the board" : "in the report"}`);
      else if (isCertain ? score !== sum : score < sum) find(score < sum ? "lost" : "doubled", `${participantId} has ${score} points ${place === "board" ? "on the board" : "in the report"}, and receipts for ${sum}`);
    }
  }
  for (const [place, scores] of places) if (scores.size !== ledger.length) find("wrong", `${scores.size} participants ${place === "board" ? "on the board" : "in the report"}, and ${ledger.length} in the game`);
}

/** @param {readonly LedgerLine[]} ledger @param {Kept} kept @param {Find} find */
function checkCounts(ledger, { report }, find) {
  if (!report.verified) find("wrong", "the report is not verified");
  const answered = new Map(report.questions.map(({ questionId, answered }) => [questionId, answered]));
  for (const [questionId, { accepted, uncertain }] of countByQuestion(ledger)) {
    const count = answered.get(questionId) ?? 0;
    if (count < accepted) find("lost", `the report has ${count} answers to ${questionId}, and there are ${accepted} receipts`, accepted - count);
    if (count > accepted + uncertain) find("doubled", `the report has ${count} answers to ${questionId}, and ${accepted + uncertain} were given`, count - accepted - uncertain);
  }
}

/** @param {readonly LedgerLine[]} ledger */
function countByQuestion(ledger) {
  /** @type {Map<string, { accepted: number, uncertain: number }>} */
  const counts = new Map();
  for (const { answers } of ledger) {
    for (const { questionId, accepted } of answers) {
      const count = counts.get(questionId) ?? { accepted: 0, uncertain: 0 };
      counts.set(questionId, count);
      if (accepted === true) count.accepted += 1;
      if (accepted === null) count.uncertain += 1;
    }
  }
  return counts;
}

/** Each receipt has its row, with its points and one audit row; each row was given by somebody. @param {readonly LedgerLine[]} ledger @param {NonNullable<Kept["answers"]>} rows @param {Find} find */
function checkRows(ledger, rows, find) {
  const nameOf = (/** @type {{ participantId: string, questionId: string }} */ { participantId, questionId }) => `${participantId} ${questionId}`;
  const stored = new Map(rows.map((row) => [nameOf(row), row]));
  let given = 0;
  for (const { participantId, answers } of ledger) {
    for (const { questionId, accepted, points } of answers) {
      const row = stored.get(nameOf({ participantId, questionId }));
      if (row) given += 1;
      if (accepted === true && !row) find("lost", `Postgres has no answer of ${participantId} to ${questionId}, and there is a receipt`);
      if (accepted === false && row) find("wrong", `Postgres has an answer of ${participantId} to ${questionId} that was refused`);
      if (row && row.times !== 1) find(row.times > 1 ? "doubled" : "lost", `Postgres has ${row.times} audit rows for the answer of ${participantId} to ${questionId}`, Math.abs(row.times - 1));
      if (accepted === true && row && points !== null && row.points !== points) find("wrong", `Postgres has ${row.points} points for the answer of ${participantId} to ${questionId}, and the receipt says ${points}`);
    }
  }
  if (rows.length > given) find("doubled", `Postgres has ${rows.length - given} answers that nobody gave`, rows.length - given);
}

/** @param {Verdict} verdict */
export const isClean = ({ lost, doubled, wrong, missed, repeated }) => lost + doubled + wrong + missed + repeated === 0;
