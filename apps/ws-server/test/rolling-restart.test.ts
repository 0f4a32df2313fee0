import { setTimeout as pause } from "node:timers/promises";
import { waitFor } from "@quickfire/testing";
import { afterAll, describe, expect, it } from "vitest";
import { command, createGame, join, questionId, type TestGame, type TestNode, type TestPlayer, useNodes } from "./live-fixture";
import { connectPlain, type PlainClient, type Seen } from "./plain-client";
import { untilOpen } from "./until-open";

const start = useNodes();
const players: Wanderer[] = [];
afterAll(() => {
  for (const player of players) player.leave();
});

/** The nodes that a balancer would send somebody to now. */
const serving: TestNode[] = [];

/** A player who comes back by itself when it is sent away, resumes, and sends an answer again until it has its receipt. */
class Wanderer {
  readonly heard: Seen[] = [];
  readonly closes: number[] = [];
  #client: PlainClient | null = null;
  #left = false;

  constructor(private readonly player: TestPlayer) {}

  async come(): Promise<void> {
    const node = serving[Math.floor(Math.random() * serving.length)];
    if (!node || this.#left) return;
    const lastEventId = this.heard.findLast(({ id }) => id !== undefined)?.id;
    const client = await connectPlain(node, this.player, { lastEventId }).catch(() => null);
    if (!client) {
      await pause(20);
      return this.come();
    }
    this.#client = client;
    // What came with the opening itself has been heard already.
    this.heard.push(...client.messages);
    client.socket.on("message", (message) => this.heard.push(JSON.parse(message.toString())));
    void client.closed.then(({ code }) => {
      this.closes.push(code);
      return this.come();
    });
  }

  async answer(question: string, option: number): Promise<Seen["payload"]> {
    for (;;) {
      const before = this.heard.length;
      if (this.#client?.socket.readyState === 1) this.#client.answer(question, option);
      for (let tries = 0; tries < 20; tries += 1) {
        const receipt = this.heard.slice(before).find(({ type, payload }) => type === "answer_result" && payload.accepted === true);
        if (receipt) return receipt.payload;
        await pause(10);
      }
    }
  }

  leave(): void {
    this.#left = true;
    this.#client?.socket.terminate();
  }
}

describe("a rolling restart of all nodes in the middle of a question", () => {
  const people = 12;

  async function seat(game: TestGame, node: TestNode): Promise<Wanderer[]> {
    const seated = await Promise.all(Array.from({ length: people }, async (_, index) => new Wanderer(await join(node.store, game, `Player ${index}`))));
    await Promise.all(seated.map((player) => player.come()));
    players.push(...seated);
    // A snapshot that is made once the question has opened tells the question, and no event does.
    await Promise.all(seated.map((player) => until(player, "snapshot")));
    return seated;
  }

  it("loses no answer, counts none twice, and leaves nobody behind or without an event", async () => {
    serving.push(await start({ name: "old-1" }), await start({ name: "old-2" }));
    const [first, second] = serving;
    if (!first || !second) throw new Error("two nodes serve");
    const game = await createGame(first.store, { closeWhenAllAnswered: false });
    const seated = await seat(game, first);
    await command(first.store, game, "start");
    const id = questionId(game.quiz, 1);
    const [question] = await Promise.all(seated.map((player) => until(player, "new_question")));
    await untilOpen(first, question?.payload.startTime);

    const receipts = Promise.all(seated.map((player, index) => pause(index * 60).then(() => player.answer(id, index % 2))));
    for (const [index, old] of [first, second].entries()) {
      const next = await start({ name: `new-${index + 1}` });
      serving.splice(serving.indexOf(old), 1);
      serving.push(next);
      await old.stop(400);
    }
    expect(await receipts).toHaveLength(people);

    const [node] = serving;
    if (!node) throw new Error("a node serves");
    expect((await node.store.tally(game.gameId))?.tally).toMatchObject({ answered: people, right: people / 2 });
    await command(node.store, game, "reveal");
    // In any order: who is just coming in gets the own standing at once, and what was missed behind it.
    await Promise.all(seated.flatMap((player) => [until(player, "your_standing"), until(player, "question_closed")]));
    for (const { heard, closes } of seated) {
      expect(closes.length).toBeGreaterThan(0);
      expect(new Set(closes)).toEqual(new Set([1001]));
      // Each event of the game once, whichever node told it; only boards may be left out.
      const numbers = heard.flatMap(({ id: eventId, type }) => (eventId && type !== "snapshot" && type !== "leaderboard_changed" ? [eventId] : []));
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(heard.filter(({ type }) => type === "new_question")).toHaveLength(1);
      expect(heard.filter(({ type }) => type === "question_closed")).toHaveLength(1);
    }
  }, 30_000);
});

const until = ({ heard }: Wanderer, type: string): Promise<Seen> => waitFor(() => heard.find((message) => message.type === type), { what: type });
