import { expect, it } from "vitest";
import { defaultLimits } from "../limits";
import { LoadMeter } from "./load-meter";

const meter = () => new LoadMeter({ strainedLagMs: 100, overloadedLagMs: 400, strainedAnswers: 1_000, overloadedAnswers: 4_000 });
const repeat = (times: number, work: () => void) => Array.from({ length: times }, work);

it("takes one long turn of the event loop for what it is, and many for strain", () => {
  const load = meter();
  expect(load.sample({ lagMs: 900, answers: 0 })).toBe("calm");
  repeat(5, () => load.sample({ lagMs: 0, answers: 0 }));
  repeat(20, () => load.sample({ lagMs: 150, answers: 0 }));
  expect(load.level).toBe("strained");
  repeat(20, () => load.sample({ lagMs: 600, answers: 0 }));
  expect(load.level).toBe("overloaded");
});

it("looks at the answers that wait for Redis as well", () => {
  const load = meter();
  expect(load.sample({ lagMs: 0, answers: 1_000 })).toBe("strained");
  expect(load.sample({ lagMs: 0, answers: 4_000 })).toBe("overloaded");
});

it("is calm again only well below where it was strained", () => {
  const load = meter();
  load.sample({ lagMs: 0, answers: 1_000 });
  expect(load.sample({ lagMs: 0, answers: 900 })).toBe("strained");
  expect(load.sample({ lagMs: 0, answers: 499 })).toBe("calm");
});

it("is not strained by a class of 200 that answers at once", () => {
  expect(new LoadMeter(defaultLimits.load).sample({ lagMs: 20, answers: 200 })).toBe("calm");
});
