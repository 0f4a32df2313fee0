import { expect, it } from "vitest";
import { newGameId } from "../../test/game-fixture";
import { recordedListener } from "../../test/recorded-listener";
import type { HubEvent } from "../event-hub.types";
import type { EventHistory } from "./event-history";
import type { EventPosition } from "./event-id";
import { createGameFeed } from "./game-feed";

const eventAt = (number: number): HubEvent => ({ id: `e1.${number}`, event: { type: "game_locked", payload: { locked: number % 2 === 1 } } });

/** A feed that has seen three events, of a Redis whose answers the test gives. */
async function setUp() {
  const waiting: ((position: EventPosition) => void)[] = [];
  const doubted: EventPosition[] = [];
  const history: EventHistory = {
    newest: () => new Promise((resolve) => waiting.push(resolve)),
    from: async (_gameId, first) => [1, 2, 3].filter((number) => number >= first).map(eventAt),
    doubt: async (_gameId, seen) => (doubted.push(seen), false),
  };
  const feed = createGameFeed({ gameId: newGameId(), history });
  const heard = recordedListener();
  feed.listeners.add(heard.listener);
  const asked = () => expect.poll(() => waiting.length).toBe(1);
  const answer = async (number: number): Promise<void> => {
    await asked();
    waiting.shift()?.({ epoch: "e1", number });
  };
  const started = feed.start();
  await answer(3);
  await started;
  return { feed, asked, answer, doubted, heard };
}

it("does not take what was published while Redis was asked for something that Redis has lost", async () => {
  const { feed, asked, answer, doubted, heard } = await setUp();
  const checked = feed.check();
  await asked();
  void feed.receive(eventAt(4));
  await answer(3);
  await checked;
  expect(doubted).toEqual([]);
  expect(feed.newestId()).toBe("e1.4");
  expect(heard.controls).toEqual([]);
});

it("notices a Redis that has less than what was seen before it was asked", async () => {
  const { feed, answer, doubted, heard } = await setUp();
  const checked = feed.check();
  await answer(2);
  await checked;
  expect(doubted).toEqual([{ epoch: "e1", number: 3 }]);
  expect(heard.controls).toEqual([{ type: "resync", newEpoch: false }]);
});
