import { expect, it } from "vitest";
import { newGameId } from "../test/game-fixture";
import { createGathering } from "./gathering";

/** Answers each number with its double, and remembers what was asked together; a call ends when it is let go. */
function useDoubling(largest = 100) {
  const calls: number[][] = [];
  const holds: (() => void)[] = [];
  const ask = createGathering<number, number>({
    largest,
    work: async (_gameId, all) => {
      calls.push([...all]);
      await new Promise<void>((resolve) => holds.push(resolve));
      if (all.includes(13)) throw new Error("thirteen");
      return all.map((n) => n * 2);
    },
  });
  const begun = async (count: number) => {
    while (calls.length < count) await new Promise(setImmediate);
  };
  const letGo = async (count: number) => {
    await begun(count);
    holds[count - 1]?.();
  };
  return { ask, calls, begun, letGo };
}

it("asks once for all who come together, and gives each their own answer", async () => {
  const { ask, calls, letGo } = useDoubling();
  const gameId = newGameId();
  const answers = Promise.all([ask(gameId, 1), ask(gameId, 2), ask(gameId, 3)]);
  await letGo(1);
  expect(await answers).toEqual([2, 4, 6]);
  expect(calls).toEqual([[1, 2, 3]]);
});

it("never answers by a call that began before it was asked", async () => {
  const { ask, calls, begun, letGo } = useDoubling();
  const gameId = newGameId();
  const early = ask(gameId, 1);
  await begun(1);
  const late = Promise.all([ask(gameId, 2), ask(gameId, 3)]);
  await letGo(1);
  await letGo(2);
  expect([await early, await late]).toEqual([2, [4, 6]]);
  expect(calls).toEqual([[1], [2, 3]]);
});

it("takes no more in one call than it may", async () => {
  const { ask, calls, letGo } = useDoubling(2);
  const gameId = newGameId();
  const answers = Promise.all([1, 2, 3, 4, 5].map((n) => ask(gameId, n)));
  for (const call of [1, 2, 3]) await letGo(call);
  expect(await answers).toEqual([2, 4, 6, 8, 10]);
  expect(calls).toEqual([[1, 2], [3, 4], [5]]);
});

it("keeps games apart, and lets one go on after a call of it has failed", async () => {
  const { ask, calls, letGo } = useDoubling();
  const [one, other] = [newGameId(), newGameId()];
  const failing = Promise.allSettled([ask(one, 13), ask(one, 1)]);
  const fine = ask(other, 2);
  await letGo(1);
  await letGo(2);
  expect((await failing).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await fine).toBe(4);
  const again = ask(one, 5);
  await letGo(3);
  expect(await again).toBe(10);
  expect(calls).toHaveLength(3);
});
