import { questionOf, type AnswerResult, type GameId, type GameState } from "@quickfire/engine";
import { createSeededRandom, type SeededRandom } from "@quickfire/testing";
import type { WireMessage } from "@quickfire/testing/players";
import type { MarkedAnswer } from "../../src/game-store.types";
import { gameKeys } from "../../src/keys";
import { parseHubEvent } from "../../src/hub/messages";
import { command, createTestGame, join, origin, testShards, type Clocked } from "../game-fixture";
import { type Click, SimulatedClient } from "./simulated-client";

type Request = { client: SimulatedClient; click: Click };

export type Simulated = { gameId: GameId; clients: SimulatedClient[]; /** What happened, for whoever looks at a failure. */ trace: string[] };

const people = 6;
/** Of requests, replies and connections. */
const chance = { lost: 0.2, doubled: 0.15, broken: 0.1 };

/**
 * One game between clients, a network and two nodes, all of it decided by a seed: requests and replies arrive in any order, twice or
 * not at all, replies are lost after their effect, feeds break off and resume, the host moves on whenever he likes. In the end the
 * network is sound, and everybody learns what became of everything.
 */
export async function simulate(clocked: Clocked, { seed, steps }: { seed: number; steps: number }): Promise<Simulated> {
  const random = createSeededRandom(seed);
  const { store, clock } = clocked;
  const nodes = [store, await clocked.otherNode()];
  const { gameId, quiz } = await createTestGame(store, { countdown: 0, feedback: "instant", leaderboard: "live", closeWhenAllAnswered: false });
  const clients = await Promise.all(Array.from({ length: people }, async (_, index) => new SimulatedClient(await join(store, gameId, `Client ${index}`))));
  const trace: string[] = [];
  let requests: Request[] = [];
  let replies: { click: Click; result: AnswerResult }[] = [];
  let seen = 0;

  const game = async (): Promise<GameState> => {
    const state = await store.state(gameId);
    if (!state) throw new Error("the game is gone");
    return state;
  };

  /** One node gets some of what is under way, as one batch. */
  async function deliver(batch: Request[]): Promise<void> {
    const node = random.pick(nodes);
    const answers = batch.map(({ client, click }): MarkedAnswer => ({
      participantId: client.participantId, receivedAt: clock.now(), origin,
      submission: { questionId: questionOf(quiz, click.round).id, selectedOption: click.option, actionId: click.actionId },
    }));
    const receipts = await node.submitAnswers(gameId, answers);
    receipts.forEach(({ result }, index) => {
      const click = batch[index]?.click;
      if (click) replies.push({ click, result });
    });
    trace.push(`${batch.map(({ click }) => click.actionId).join(", ")} → ${receipts.map(({ result }) => (result.accepted ? (result.repeated ? "repeated" : "accepted") : result.reason)).join(", ")}`);
  }

  async function deliverSome(): Promise<void> {
    const batch = draw(requests, random, random.integer(1, 4));
    requests = requests.filter((request) => !batch.includes(request) || random.next() < chance.doubled);
    const arriving = batch.filter(() => random.next() >= chance.lost);
    if (arriving.length > 0) await deliver(arriving);
  }

  function hearSome(): void {
    for (const reply of draw(replies, random, 2)) {
      replies = replies.filter((other) => other !== reply);
      if (random.next() >= chance.lost) reply.click.told.push(reply.result);
    }
    const client = random.pick(clients);
    if (random.next() < chance.broken) client.feed = [];
    else client.hearNext();
  }

  /** New events go to everybody who is connected; who was cut off gets what came after the last one that it saw, or too much of it. */
  async function tellAll(): Promise<void> {
    const events = await eventMessages(clocked, gameId);
    for (const client of clients) {
      if (client.feed.length === 0) client.feed.push(...events.slice(Math.max(0, client.shown.number - random.integer(0, 3))));
      else client.feed.push(...events.slice(seen));
    }
    seen = events.length;
  }

  async function moveOn(): Promise<void> {
    const { position, dueAt } = await game();
    if (dueAt !== null && position.phase === "countdown") await clock.set(Math.max(clock.now(), dueAt));
    await random.pick(nodes).advance(gameId);
    const next = { lobby: "start", question: "reveal", reveal: "next", standings: "next" } as const;
    const name = position.phase in next ? next[position.phase as keyof typeof next] : null;
    if (name && !(position.phase === "standings" && position.round === quiz.questions.length)) await random.pick(nodes).command({ gameId, command: { name }, origin });
    trace.push(`moved from ${position.phase}`);
  }

  async function clickSomewhere(): Promise<void> {
    const { position } = await game();
    const client = random.pick(clients);
    if (position.phase !== "question" || client.clicks.has(position.round)) return;
    requests.push({ client, click: client.click(position.round, random.integer(0, 3)) });
  }

  const sendAgain = (client: SimulatedClient) => requests.push(...client.undecided().map((click) => ({ client, click })));

  for (let step = 0; step < steps; step += 1) {
    const drawn = random.next();
    if (drawn < 0.22) await clickSomewhere();
    else if (drawn < 0.4) sendAgain(random.pick(clients));
    else if (drawn < 0.62) await deliverSome();
    else if (drawn < 0.82) hearSome();
    else if (drawn < 0.9) await clock.advance(random.integer(1, 900));
    else if (drawn < 0.94) await moveOn();
    else await tellAll();
  }

  await command(store, gameId, "end");
  while (clients.some((client) => client.undecided().length > 0)) {
    requests = clients.flatMap((client) => client.undecided().map((click) => ({ client, click })));
    await deliver(requests);
    for (const { click, result } of replies.splice(0)) click.told.push(result);
  }
  const events = await eventMessages(clocked, gameId);
  for (const client of clients) {
    client.feed = [...events];
    while (client.feed.length > 0) client.hearNext();
  }
  return { gameId, clients, trace };
}

const draw = <Item>(items: readonly Item[], random: SeededRandom, count: number): Item[] =>
  items.length === 0 ? [] : [...new Set(Array.from({ length: count }, () => random.pick(items)))];

/** The game's events as a socket carries them. */
async function eventMessages({ redis }: Pick<Clocked, "redis">, gameId: GameId): Promise<WireMessage[]> {
  const entries = await redis.xrange(gameKeys(gameId, testShards).events, "-", "+");
  return entries.map(([, fields]) => {
    const { id, event } = parseHubEvent(fields[1] ?? "");
    return { type: event.type, id, payload: { ...event.payload } };
  });
}
