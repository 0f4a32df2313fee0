import { describe, expect, it } from "vitest";
import { isClean, reconcile } from "../src/ledger/reconcile.mjs";

const questions = ["q1", "q2"];

/** Three players who have answered both questions, and what an honest server keeps of it. */
function playedGame() {
  const names = ["ann", "bo", "cy"];
  const ledger = names.map((participantId, index) => ({
    participantId,
    told: { q1: 1, q2: 1 },
    shown: /** @type {string[]} */ ([]),
    answers: questions.map((questionId) => ({ questionId, receipts: 1, accepted: /** @type {boolean | null} */ (true), reason: null, points: /** @type {number | null} */ (100 * index), score: null })),
  }));
  const rows = names.flatMap((participantId, index) => questions.map((questionId) => ({ participantId, questionId, points: 100 * index, times: 1 })));
  const board = names.map((participantId, index) => ({ participantId, score: 200 * index }));
  const report = {
    verified: true,
    participants: names.map((participantId, index) => ({ participantId, score: 200 * index, answered: 2 })),
    questions: questions.map((questionId) => ({ questionId, answered: 3 })),
  };
  return { ledger, kept: { board, report, answers: rows } };
}

const verdictOf = ({ ledger, kept } = playedGame()) => reconcile(ledger, kept, { questions });

describe("the ledger against what was kept", () => {
  it("finds nothing where every receipt is where it should be", () => {
    const verdict = verdictOf();
    expect(verdict).toMatchObject({ acknowledged: 6, refused: 0, unacknowledged: 0, lost: 0, doubled: 0, wrong: 0, missed: 0, repeated: 0, findings: [] });
    expect(isClean(verdict)).toBe(true);
  });

  it("finds an acknowledged answer that was lost from Postgres", () => {
    const game = playedGame();
    game.kept.answers.splice(2, 1);
    const verdict = verdictOf(game);
    expect(verdict).toMatchObject({ lost: 1, doubled: 0 });
    expect(verdict.findings[0]).toContain("bo to q1");
    expect(isClean(verdict)).toBe(false);
  });

  it("finds an acknowledged answer that was lost before it counted", () => {
    const game = playedGame();
    Object.assign(game.kept.board[2] ?? {}, { score: 200 });
    Object.assign(game.kept.report.participants[2] ?? {}, { score: 200 });
    Object.assign(game.kept.report.questions[0] ?? {}, { answered: 2 });
    expect(verdictOf(game)).toMatchObject({ lost: 3, doubled: 0 });
  });

  it("finds an answer that was counted twice", () => {
    const game = playedGame();
    Object.assign(game.kept.board[1] ?? {}, { score: 300 });
    Object.assign(game.kept.answers[2] ?? {}, { times: 2 });
    const verdict = verdictOf(game);
    expect(verdict).toMatchObject({ lost: 0, doubled: 2 });
    expect(verdict.findings.join("\n")).toMatch(/2 audit rows .* bo to q1/);
  });

  it("finds an answer that nobody gave", () => {
    const game = playedGame();
    game.kept.answers.push({ participantId: "ghost", questionId: "q1", points: 5, times: 1 });
    expect(verdictOf(game)).toMatchObject({ doubled: 1 });
  });

  it("finds a refused answer that was counted all the same", () => {
    const game = playedGame();
    Object.assign(game.ledger[0]?.answers[0] ?? {}, { accepted: false, reason: "TOO_LATE" });
    expect(verdictOf(game)).toMatchObject({ refused: 1, wrong: 1 });
  });

  it("leaves open whether an answer counted that was never acknowledged", () => {
    const without = playedGame();
    Object.assign(without.ledger[2]?.answers[0] ?? {}, { accepted: null, points: null, receipts: 0 });
    expect(verdictOf(without)).toMatchObject({ unacknowledged: 1, lost: 0, doubled: 0, wrong: 0 });

    without.kept.answers.splice(4, 1);
    for (const place of [without.kept.board, without.kept.report.participants]) Object.assign(place[2] ?? {}, { score: 200 });
    Object.assign(without.kept.report.questions[0] ?? {}, { answered: 2 });
    expect(verdictOf(without)).toMatchObject({ unacknowledged: 1, lost: 0, doubled: 0, wrong: 0 });
  });

  it("finds a question that a player was never told, and one that was told twice", () => {
    const game = playedGame();
    Object.assign(game.ledger[0] ?? {}, { told: { q1: 2 } });
    expect(verdictOf(game)).toMatchObject({ missed: 1, repeated: 1 });
    Object.assign(game.ledger[0] ?? {}, { shown: ["q2"] });
    expect(verdictOf(game)).toMatchObject({ missed: 0, repeated: 1 });
  });

  it("finds points that don't agree, somebody who is nowhere, and a report that was not verified", () => {
    const game = playedGame();
    Object.assign(game.kept.answers[5] ?? {}, { points: 1 });
    game.kept.board.pop();
    game.kept.report.verified = false;
    // Missing on the board is told of the player and of the number.
    expect(verdictOf(game)).toMatchObject({ wrong: 4 });
  });

  it("does without Postgres where that can't be asked", () => {
    const { ledger, kept } = playedGame();
    expect(isClean(reconcile(ledger, { ...kept, answers: null }, { questions }))).toBe(true);
  });
});
