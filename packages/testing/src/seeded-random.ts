/** Chance that can be had again: the same seed gives the same numbers in the same order. */
export type SeededRandom = {
  /** At least 0, less than 1. */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  integer: (least: number, most: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  /** A chance of its own, so that what one part draws does not change what another gets. */
  fork: () => SeededRandom;
};

/** Mulberry32: small, quick and even enough to decide what breaks; never for secrets. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    pick: (items) => {
      const picked = items[integer(0, items.length - 1)];
      if (picked === undefined) throw new Error("there is nothing to pick from");
      return picked;
    },
    fork: () => createSeededRandom(integer(0, 2 ** 32 - 1)),
  };
}

/** For a run that was given none; printed, so that the run can be had again. */
export const drawSeed = (random: () => number = Math.random): number => Math.floor(random() * 2 ** 31);
