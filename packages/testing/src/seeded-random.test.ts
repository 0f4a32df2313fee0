import { expect, it } from "vitest";
import { createSeededRandom } from "./seeded-random";

const draw = (seed: number) => Array.from({ length: 50 }, createSeededRandom(seed).next);

it("gives the same numbers for the same seed, and others for another", () => {
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it("stays within its bounds and reaches both of them", () => {
  const random = createSeededRandom(1);
  const drawn = new Set(Array.from({ length: 200 }, () => random.integer(3, 5)));
  expect([...drawn].sort()).toEqual([3, 4, 5]);
});

it("forks into a chance of its own", () => {
  const [one, other] = [createSeededRandom(3), createSeededRandom(3)];
  const fork = one.fork();
  other.fork();
  fork.next();
  expect(one.next()).toBe(other.next());
});
