import { describe, expect, it } from "vitest";
import { climbed, lockedIn, right, wrong } from "./cues";
import { type PhoneMoment, phoneCuesBetween } from "./phone-cues";

const moment = (more: Partial<PhoneMoment>): PhoneMoment => ({ phase: "question", round: 1, answered: false, outcome: null, rank: 3, rankBefore: null, ...more });
const between = (before: Partial<PhoneMoment>, now: Partial<PhoneMoment>) => phoneCuesBetween(moment(before), moment(now));

describe("what a phone sounds like", () => {
  it("is silent about what was there when it came", () => {
    expect(phoneCuesBetween(null, moment({ answered: true, outcome: "right" }))).toEqual([]);
  });

  it("tells once that the answer is in, and once what it came to", () => {
    expect(between({}, { answered: true })).toEqual([lockedIn]);
    expect(between({ answered: true }, { answered: true, phase: "reveal", outcome: "wrong" })).toEqual([wrong]);
    expect(between({ answered: true, phase: "reveal", outcome: "wrong" }, { answered: true, phase: "standings", outcome: "wrong" })).toEqual([]);
  });

  it("says right or wrong instead where feedback is instant, and nothing more at the reveal", () => {
    expect(between({}, { answered: true, outcome: "right" })).toEqual([right]);
    expect(between({ answered: true, outcome: "right" }, { answered: true, outcome: "right", phase: "reveal" })).toEqual([]);
  });

  it("begins anew with each question", () => {
    expect(between({ round: 1, answered: true, outcome: "right" }, { round: 2, answered: true })).toEqual([lockedIn]);
  });

  it("plucks for a climb as the standings come up, the higher the better the place, and not for a fall", () => {
    expect(between({ phase: "reveal" }, { phase: "standings", rank: 2, rankBefore: 5 })).toEqual([climbed(2)]);
    expect(between({ phase: "standings", rank: 2, rankBefore: 5 }, { phase: "standings", rank: 1, rankBefore: 5 })).toEqual([]);
    expect(between({ phase: "reveal" }, { phase: "standings", rank: 5, rankBefore: 2 })).toEqual([]);
    const pitch = (place: number) => climbed(place)[0]?.hz ?? 0;
    expect(pitch(1)).toBeGreaterThan(pitch(2));
    expect(pitch(10)).toBe(pitch(200));
  });
});
