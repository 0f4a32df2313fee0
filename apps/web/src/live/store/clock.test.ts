import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClockSample, guessClock, learnClock, unknownClock } from "./clock";

/** An exchange with a server whose clock is ahead by `offset`, over a network that takes `there` and `back` ms. */
const exchange = (at: number, offset: number, there: number, back: number): ClockSample => ({
  sentAt: at,
  serverTime: at + there + offset,
  receivedAt: at + there + back,
});

describe("learnClock", () => {
  it("lets the fastest exchange count, however slow and lopsided the others were", () => {
    const clock = [exchange(0, 5_000, 900, 20), exchange(2_000, 5_000, 10, 12), exchange(3_000, 5_000, 15, 700)].reduce(learnClock, unknownClock);
    expect(clock).toMatchObject({ offsetMs: 4_999, roundTripMs: 22 });
  });

  it("is never further off than half of the fastest round trip", () => {
    const delays = fc.array(fc.record({ there: fc.nat(2_000), back: fc.nat(2_000) }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: -90_000, max: 90_000 }), delays, (offset, exchanges) => {
        const clock = exchanges.map(({ there, back }, index) => exchange(index * 5_000, offset, there, back)).reduce(learnClock, unknownClock);
        const fastest = Math.min(...exchanges.map(({ there, back }) => there + back));
        expect(Math.abs(clock.offsetMs - offset)).toBeLessThanOrEqual(fastest / 2 + 1);
      }),
    );
  });

  it("forgets a fast exchange once it is so old that the clocks may have drifted", () => {
    const clock = [exchange(0, 5_000, 1, 1), exchange(11 * 60_000, 5_200, 40, 40)].reduce(learnClock, unknownClock);
    expect(clock).toMatchObject({ offsetMs: 5_200, roundTripMs: 80 });
  });

  it("ignores an exchange during which this browser's clock was set back", () => {
    expect(learnClock(unknownClock, { sentAt: 5_000, receivedAt: 1_000, serverTime: 9_000 })).toBe(unknownClock);
  });
});

describe("guessClock", () => {
  it("takes a snapshot's word only until a heartbeat knows better", () => {
    const guessed = guessClock(unknownClock, { serverTime: 7_000, receivedAt: 2_000 });
    expect(guessed.offsetMs).toBe(5_000);
    const learned = learnClock(guessed, exchange(3_000, 4_900, 5, 5));
    expect(guessClock(learned, { serverTime: 99_000, receivedAt: 4_000 })).toBe(learned);
  });
});
