import { expect, it } from "vitest";
import { LoadMeter } from "./load-meter";

const meter = () => new LoadMeter({ strainedLagMs: 100, overloadedLagMs: 400, strainedWaiting: 1_000, overloadedWaiting: 4_000 });
const repeat = (times: number, work: () => void) => Array.from({ length: times }, work);

it("takes one long turn of the event loop for what it is, and many for strain", () => {
  const load = meter();
  expect(load.sample({ lagMs: 900, waiting: 0 })).toBe("calm");
  repeat(5, () => load.sample({ lagMs: 0, waiting: 0 }));
  repeat(20, () => load.sample({ lagMs: 150, waiting: 0 }));
  expect(load.level).toBe("strained");
  repeat(20, () => load.sample({ lagMs: 600, waiting: 0 }));
  expect(load.level).toBe("overloaded");
});

it("is overloaded with the second of two long turns where it gets next to no processor, and not only after seven", () => {
  const load = meter();
  expect(load.sample({ lagMs: 2_000, waiting: 0 })).not.toBe("overloaded");
  expect(load.sample({ lagMs: 2_000, waiting: 0 })).toBe("overloaded");
});

it("is overloaded in the middle of the second long turn, and does not wait for its end", () => {
  const load = meter();
  load.sample({ lagMs: 2_000, waiting: 0 });
  expect(load.look({ lagMs: 0, waiting: 0 })).toBe(load.level);
  expect(load.look({ lagMs: 1_000, waiting: 0 })).toBe("overloaded");
  expect(load.level).toBe("strained");
});

it("takes long turns that come one by one for what they are on the average of a second", () => {
  const load = meter();
  for (let times = 0; times < 5; times += 1) {
    load.sample({ lagMs: 900, waiting: 0 });
    repeat(20, () => load.sample({ lagMs: 0, waiting: 0 }));
    expect(load.level).toBe("calm");
  }
});

it("looks at the work that waits as well", () => {
  const load = meter();
  expect(load.sample({ lagMs: 0, waiting: 1_000 })).toBe("strained");
  expect(load.sample({ lagMs: 0, waiting: 4_000 })).toBe("overloaded");
});

it("is calm again only well below where it was strained", () => {
  const load = meter();
  load.sample({ lagMs: 0, waiting: 1_000 });
  expect(load.sample({ lagMs: 0, waiting: 900 })).toBe("strained");
  expect(load.sample({ lagMs: 0, waiting: 499 })).toBe("calm");
});
