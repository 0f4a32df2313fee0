import { describe, expect, it } from "vitest";
import { climbs, closed, countdownBeat, joined, opened, podium, revealed, secondsTick } from "./cues";
import { type Moment, soundsBetween } from "./stage-cues";

const moment = (more: Partial<Moment>): Moment => ({ phase: "lobby", round: 0, paused: false, seconds: null, open: false, people: 0, climbedTo: [], ...more });
const between = (before: Partial<Moment>, now: Partial<Moment>) => soundsBetween(moment(before), moment(now)).map(({ cue }) => cue);
const question = { phase: "question", round: 1 } as const;

describe("what the stage sounds like", () => {
  it("is silent about what was there when it came, and while the game is paused", () => {
    expect(soundsBetween(null, moment({ ...question, open: true }))).toEqual([]);
    expect(between({ ...question, open: true, seconds: 4 }, { ...question, open: true, seconds: 3, paused: true })).toEqual([]);
  });

  it("greets each who comes in by the next note, and nobody who leaves", () => {
    expect(between({ people: 3 }, { people: 4 })).toEqual([joined(3)]);
    expect(joined(3)).not.toEqual(joined(4));
    expect(between({ people: 4 }, { people: 3 })).toEqual([]);
  });

  it("beats three, two, one, the last one higher, and strikes as the question opens", () => {
    const countdown = { phase: "countdown", round: 1 } as const;
    expect(between({ ...countdown, seconds: 4 }, { ...countdown, seconds: 3 })).toEqual([countdownBeat(false)]);
    expect(between({ ...countdown, seconds: 2 }, { ...countdown, seconds: 1 })).toEqual([countdownBeat(true)]);
    expect(between({ ...countdown, seconds: 10 }, { ...countdown, seconds: 9 })).toEqual([]);
    expect(between(question, { ...question, open: true, seconds: 20 })).toEqual([opened]);
  });

  it("ticks each of the last five seconds once, ever louder", () => {
    expect(between({ ...question, open: true, seconds: 6 }, { ...question, open: true, seconds: 5 })).toEqual([secondsTick(5)]);
    expect(between({ ...question, open: true, seconds: 5 }, { ...question, open: true, seconds: 5, people: 9 })).toEqual([]);
    const loudness = [5, 4, 3, 2, 1].map((left) => secondsTick(left)[0]?.loudness ?? 0);
    expect(loudness).toEqual(loudness.toSorted((one, other) => one - other));
  });

  it("plucks once for each who has climbed, the best place last and highest", () => {
    expect(between({ phase: "reveal", round: 1 }, { phase: "standings", round: 1, climbedTo: [2, 5] })).toEqual([climbs([2, 5])]);
    expect(between({ phase: "standings", round: 1 }, { phase: "standings", round: 1, climbedTo: [2, 5] })).toEqual([]);
    const plucks = climbs([2, 5]);
    expect(plucks.map(({ atMs }) => atMs)).toEqual(plucks.map(({ atMs }) => atMs).toSorted((one, other) => one - other));
    expect(plucks.map(({ hz }) => hz)).toEqual(plucks.map(({ hz }) => hz).toSorted((one, other) => one - other));
    expect(climbs([])).toEqual([]);
    expect(climbs([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toHaveLength(8);
  });

  it("closes, reveals, and celebrates, each once", () => {
    expect(between({ ...question, open: true }, { phase: "reveal", round: 1 })).toEqual([closed, revealed]);
    expect(between({ phase: "standings", round: 1 }, { phase: "reveal", round: 1 })).toEqual([revealed]);
    expect(between({ phase: "standings", round: 3 }, { phase: "podium", round: 3 })).toEqual([podium]);
    expect(between({ phase: "podium", round: 3 }, { phase: "podium", round: 3, people: 5 })).toEqual([]);
  });
});
