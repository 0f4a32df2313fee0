import * as fc from "fast-check";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { Channel, plainEncoding, type Reader } from "../src";
import { FakeOutlet } from "./fake-outlet";

/** `n` is the event's number over all epochs; a snapshot holds the number up to which it tells everything. */
type Event = { type: "question" | "board" | "snapshot" | "mine" | "beside"; n: number; big?: string };
type Seen = Event & { id?: string };

const commonSteps = ["publish", "publishBig", "board", "attach", "attachSlowSnapshot", "giveSnapshot", "turn", "repeat"] as const;
const clientSteps = ["resume", "detach", "stick", "drain", "send", "sendBeside"] as const;
const rareSteps = ["newEpoch", "lose"] as const;
type Step = { do: (typeof commonSteps)[number] | (typeof clientSteps)[number] | (typeof rareSteps)[number]; who: number };

const stepOf = <Name extends Step["do"]>(names: readonly Name[]): fc.Arbitrary<Step> => fc.record({ do: fc.constantFrom(...names), who: fc.nat(20) });
const step = fc.oneof({ arbitrary: stepOf(commonSteps), weight: 12 }, { arbitrary: stepOf(clientSteps), weight: 8 }, { arbitrary: stepOf(rareSteps), weight: 1 });

type Client = { outlet: FakeOutlet; reader: Reader<Event>; sent: { after: number; n: number }[]; beside: number[]; resumedFrom: number | null; left: boolean };

function idNumber(seen: Seen): number {
  return Number(seen.id?.split(".")[1]);
}

/** Plays the steps against a channel, and returns what each client saw, with everything the source ever published. */
async function play(steps: Step[]) {
  const channel = new Channel<Event>({ capacity: 12, sliceMs: 0, limits: { softBytes: 200, hardBytes: 3_000, maxLagMs: 60_000 } });
  const published: { id: string; event: Event }[] = [];
  const clients: Client[] = [];
  const held: (() => void)[] = [];
  let epoch = 1;
  let numberInEpoch = 0;
  let sequence = 0;

  const id = () => `e${epoch}.${numberInEpoch}`;
  const publish = (event: Omit<Event, "n">, key?: string) => {
    numberInEpoch += 1;
    sequence += 1;
    const whole = { ...event, n: sequence };
    published.push({ id: id(), event: whole });
    channel.publish(whole, { id: id(), key });
  };
  const snapshot = () => ({ id: id(), event: { type: "snapshot" as const, n: sequence } });
  const attach = (options: { after?: string; slow?: boolean } = {}) => {
    const outlet = new FakeOutlet();
    const reader = channel.attach(outlet, {
      encoding: plainEncoding,
      after: options.after,
      // A slow one is read at once and arrives later, as over a network.
      snapshot: () => {
        const taken = snapshot();
        return options.slow ? new Promise((resolve) => held.push(() => resolve(taken))) : Promise.resolve(taken);
      },
    });
    const last = published.find((event) => event.id === options.after);
    clients.push({ outlet, reader, sent: [], beside: [], resumedFrom: reader.resumed && last ? last.event.n : null, left: false });
  };

  const leave = (client: Client) => {
    client.reader.close();
    client.left = true;
  };
  const actions: Record<Step["do"], (client: Client | undefined) => unknown> = {
    publish: () => publish({ type: "question" }),
    publishBig: () => publish({ type: "question", big: "x".repeat(300) }),
    board: () => publish({ type: "board" }, "board"),
    attach: () => attach(),
    attachSlowSnapshot: () => attach({ slow: true }),
    giveSnapshot: () => held.shift()?.(),
    turn: () => nextTurn(),
    repeat: () => {
      const latest = published.slice(-3).filter((event) => event.id.startsWith(`e${epoch}.`));
      for (const { id, event } of latest) channel.publish(event, { id, key: event.type === "board" ? "board" : undefined });
    },
    newEpoch: () => {
      epoch += 1;
      numberInEpoch = 0;
      publish({ type: "question" });
    },
    lose: () => channel.forget(),
    resume: (client) => {
      if (!client) return;
      leave(client);
      attach({ after: (client.outlet.messages as Seen[]).findLast((message) => message.id)?.id });
    },
    detach: (client) => client && leave(client),
    stick: (client) => client && (client.outlet.isStuck = true),
    drain: (client) => client?.outlet.drain(),
    send: (client) => {
      if (!client || client.left || client.outlet.closedWith) return;
      const n = client.sent.length;
      client.sent.push({ after: sequence, n });
      client.reader.send({ type: "mine", n });
    },
    // For the event that is published next, whatever that will be.
    sendBeside: (client) => {
      if (!client || client.left || client.outlet.closedWith || client.beside.includes(sequence + 1)) return;
      client.beside.push(sequence + 1);
      client.reader.send({ type: "beside", n: sequence + 1 }, { after: `e${epoch}.${numberInEpoch + 1}` });
    },
  };

  publish({ type: "question" });
  for (const { do: what, who } of steps) await actions[what](clients[who % Math.max(1, clients.length)]);
  // The channel settles: all networks drain, all snapshots arrive.
  for (let round = 0; round < 12; round += 1) {
    while (held.length > 0) held.shift()?.();
    for (const { outlet } of clients) outlet.drain();
    for (let turn = 0; turn < 6; turn += 1) await nextTurn();
  }
  return { published, clients };
}

function check(published: { id: string; event: Event }[], client: Client): void {
  const seen = client.outlet.messages as Seen[];
  let position = client.resumedFrom;
  for (const message of seen) {
    if (message.type === "mine") continue;
    if (message.type === "beside") {
      // Not before the event that it waits for, or a snapshot that tells of it. A board may have been left out meanwhile.
      const skipped = published.filter(({ event }) => event.n > (position ?? 0) && event.n <= message.n);
      for (const { event } of skipped) expect(event.type).toBe("board");
      continue;
    }
    if (message.type === "snapshot") {
      position = message.n;
      continue;
    }
    // No event before the first snapshot, none twice, none out of order.
    expect(position).not.toBeNull();
    expect(message.n).toBeGreaterThan(position ?? 0);
    const skipped = published.filter(({ event }) => event.n > (position ?? 0) && event.n < message.n);
    // What was left out was a board, and one that a newer board made pointless.
    for (const { event } of skipped) {
      expect(event.type).toBe("board");
      expect(published.some((later) => later.event.type === "board" && later.event.n > event.n)).toBe(true);
    }
    expect(idNumber(message)).toBe(Number(published.find(({ event }) => event.n === message.n)?.id.split(".")[1]));
    position = message.n;
  }
  const stayed = !client.left && !client.outlet.closedWith;
  expect(stayed ? position : "left").toBe(stayed ? published.at(-1)?.event.n : "left");

  const beside = seen.filter((message) => message.type === "beside").map(({ n }) => n);
  const told = client.beside.filter((n) => n <= (published.at(-1)?.event.n ?? 0));
  expect(beside).toEqual(stayed ? told : told.slice(0, beside.length));

  // Messages for one come in order, all of them to who stays, and each after what was published before it.
  const mine = seen.filter((message) => message.type === "mine").map(({ n }) => n);
  const sent = client.sent.map(({ n }) => n);
  expect(mine).toEqual(stayed ? sent : sent.slice(0, mine.length));
  for (const [index, { after }] of client.sent.entries()) {
    const place = seen.findIndex((message) => message.type === "mine" && message.n === index);
    const late = place === -1 ? undefined : seen.slice(place).find((message) => message.type === "question" && message.n <= after);
    expect(late).toBeUndefined();
  }
}

it("keeps order, tells nothing twice and loses nothing that counts, whoever comes, goes, resumes or is slow", async () => {
  let delivered = 0;
  let resumed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 120, size: "max" }), async (steps) => {
      const { published, clients } = await play(steps);
      for (const client of clients) {
        check(published, client);
        delivered += client.outlet.messages.length;
        if (client.resumedFrom !== null) resumed += 1;
      }
    }),
    { numRuns: 800 },
  );
  // The walk went where it was meant to go.
  expect(delivered).toBeGreaterThan(10_000);
  expect(resumed).toBeGreaterThan(200);
}, 60_000);
