import { describe, expect, it } from "vitest";
import { snapshotMessage, openQuestion, questionId, snapshot } from "../testing/messages";
import { settleAnswer } from "./answer";
import { answerChosen, answerReducer, answerSettled } from "./answer-slice";
import { feedReceived } from "./feed-slice";

const chosen = answerChosen({ questionId, actionId: "act-1", answer: { option: "opt-b" }, chosenAt: 12_000 });
const pending = answerReducer(undefined, chosen);
const result = { questionId, actionId: "act-1", accepted: true };

describe("answers", () => {
  it("are chosen at once, before anybody has acknowledged them", () => {
    expect(pending[questionId]).toMatchObject({ status: "pending", answer: { option: "opt-b" } });
  });

  it("stay with the first choice, whatever is tapped after it", () => {
    const second = answerChosen({ questionId, actionId: "act-2", answer: { option: "opt-c" }, chosenAt: 12_100 });
    expect(answerReducer(pending, second)).toBe(pending);
    const accepted = answerReducer(pending, answerSettled(result));
    expect(answerReducer(accepted, second)).toBe(accepted);
  });

  it("may be chosen again after a refusal", () => {
    const refused = answerReducer(pending, answerSettled({ ...result, accepted: false, reason: "BAD_ANSWER" }));
    expect(refused[questionId]).toMatchObject({ status: "refused", reason: "BAD_ANSWER" });
    expect(answerReducer(refused, answerChosen({ ...chosen.payload, actionId: "act-3" }))[questionId]).toMatchObject({ status: "pending", actionId: "act-3" });
  });

  it("once accepted are never lost to a late, doubled or contradicting result", () => {
    const accepted = settleAnswer(pending[questionId], result);
    expect(settleAnswer(accepted, { ...result, accepted: false, reason: "TOO_LATE" })).toBe(accepted);
    expect(settleAnswer(accepted, { ...result, repeated: true })).toBe(accepted);
  });

  it.each(["BUSY", "RATE_LIMITED", "PAUSED", "TOO_EARLY"] as const)("wait, and are not refused, when the server says %s", (reason) => {
    expect(settleAnswer(pending[questionId], { ...result, accepted: false, reason })).toBe(pending[questionId]);
  });

  it("are not settled by a result that speaks of another action", () => {
    expect(settleAnswer(pending[questionId], { ...result, actionId: "someone-else" })).toBe(pending[questionId]);
  });

  it("are recalled from a snapshot after a reload, and from another tab's answer", () => {
    const you = { ...snapshot().you, answered: true, answer: { option: "opt-d" } };
    const recalled = feedReceived({ message: snapshotMessage("e1.4", { phase: "question", question: openQuestion(), you }), receivedAt: 0 });
    expect(answerReducer(undefined, recalled)[questionId]).toMatchObject({ status: "accepted", answer: { option: "opt-d" } });
    const conflict = answerReducer(pending, answerSettled({ ...result, repeated: true, conflict: true }));
    expect(conflict[questionId]).toMatchObject({ status: "accepted", answer: null });
    expect(answerReducer(conflict, recalled)[questionId]).toMatchObject({ status: "accepted", answer: { option: "opt-d" } });
  });

  it("stay pending when a snapshot does not know them yet", () => {
    const unaware = feedReceived({ message: snapshotMessage("e1.4", { phase: "question", question: openQuestion() }), receivedAt: 0 });
    expect(answerReducer(pending, unaware)).toBe(pending);
  });
});
