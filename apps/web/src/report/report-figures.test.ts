import { optionIdSchema, participantIdSchema, questionIdSchema } from "@quickfire/engine/ids";
import { describe, expect, it } from "vitest";
import { newId } from "@/editor/state/new-id";
import { commonSlip, figuresOf, hardestFirst, isWeak, rightShare, segmentsOf, type ReportQuestion } from "./report-figures";

function question(changes: Partial<ReportQuestion> = {}): ReportQuestion {
  return { questionId: questionIdSchema.parse(newId()), round: 1, type: "choice", text: "?", answered: 10, right: 7, medianTimeMs: 4_000, tally: { answered: 10, right: 7 }, ...changes };
}

const option = (id: string, text: string, correct: boolean) => ({ id: optionIdSchema.parse(id), text, correct });

describe("shares", () => {
  it("flags what fewer than 60 % had right, and nothing that nobody answered or the host skipped", () => {
    expect(isWeak(question({ right: 5 }))).toBe(true);
    expect(isWeak(question({ right: 6 }))).toBe(false);
    expect(isWeak(question({ answered: 0, right: 0 }))).toBe(false);
    expect(rightShare(question({ right: 1, skipped: true }))).toBeNull();
  });
  it("puts the hardest first and what has no share last", () => {
    const order = hardestFirst([question({ round: 1, right: 9 }), question({ round: 2, answered: 0, right: 0 }), question({ round: 3, right: 2 }), question({ round: 4, right: 9 })]);
    expect(order.map(({ round }) => round)).toEqual([3, 1, 4, 2]);
  });
});

describe("figuresOf", () => {
  it("counts who took part and leaves skipped questions out", () => {
    const participants = [{ answered: 2 }, { answered: 0 }].map((figures, index) => ({ participantId: participantIdSchema.parse(newId()), name: `P${index}`, avatar: index, score: 0, rank: 1, right: 0, totalTimeMs: 0, ...figures }));
    expect(figuresOf({ participants, questions: [question({ right: 5 }), question({ skipped: true, right: 10 }), question({ answered: 30, right: 24, medianTimeMs: 9_000 })] }))
      .toEqual({ players: 2, tookPart: 1, answered: 40, right: 29, medianTimeMs: 9_000, weak: 1 });
  });
  it("has no median where nobody answered", () => {
    expect(figuresOf({ participants: [], questions: [] }).medianTimeMs).toBeNull();
  });
});

describe("distribution", () => {
  const options = [option("a", "for", false), option("b", "since", true), option("c", "ago", false)];
  it("keeps the order of the options and counts the untouched ones", () => {
    const segments = segmentsOf(question({ options, tally: { answered: 10, right: 7, options: { b: 7, c: 3 } } }));
    expect(segments.map(({ count, right, index }) => [count, right, index])).toEqual([[0, false, 0], [7, true, 1], [3, false, 2]]);
  });
  it("tells right from wrong for typed answers", () => {
    expect(segmentsOf(question({ type: "typed" })).map(({ count }) => count)).toEqual([7, 3]);
  });
  it("names the most frequent slip, of options and of typed answers", () => {
    expect(commonSlip(question({ options, tally: { answered: 10, right: 7, options: { a: 1, b: 7, c: 2 } } }))).toEqual({ text: "ago", count: 2 });
    const texts = [{ text: "Colour.", n: 6 }, { text: "collor", n: 3 }, { text: "kolor", n: 1 }];
    expect(commonSlip(question({ type: "typed", accepted: ["colour"], tally: { answered: 10, right: 6, texts } }))).toEqual({ text: "collor", count: 3 });
    expect(commonSlip(question({ options, tally: { answered: 7, right: 7, options: { b: 7 } } }))).toBeNull();
  });
});
