/** A clock that stands still until it is told to go on; pass `clock.now` where a product function takes the time. */
export type FakeClock = {
  now: () => number;
  advance: (ms: number) => number;
  set: (instant: number) => void;
};

export function createFakeClock(startAt = Date.UTC(2026, 0, 5, 9)): FakeClock {
  let instant = startAt;
  return {
    now: () => instant,
    advance: (ms) => (instant += ms),
    set: (next) => {
      instant = next;
    },
  };
}
