import * as fc from "fast-check";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { Channel, plainEncoding, type Reader } from "../src";
import { FakeOutlet } from "./fake-outlet";

/** `n` is the event's number over all epochs; a snapshot holds the number up to which it tells everything. */
type Event = { type: "question" | "board" | "snapshot" | "mine"; n: number; big?: string };
type Seen = Event & { id?: string };

type Step =
  | { do: "publish" | "publishBig" | "board" | "attach" | "attachSlowSnapshot" | "giveSnapshot" | "turn" | "newEpoch" | "lose" }
  | { do: "resume" | "detach" | "stick" | "drain" | "send"; who: number };

const common = fc.record({ do: fc.constantFrom("publish", "publish", "board", "board", "publishBig", "attach", "attachSlowSnapshot", "giveSnapshot", "turn", "turn") });
const rare = fc.record({ do: fc.constantFrom("newEpoch", "lose") });
const ofClient = fc.record({ do: fc.constantFrom("resume", "detach", "stick", "drain", "send", "send"), who: fc.nat(20) });
const step: fc.Arbitrary<Step> = fc.oneof({ arbitrary: common, weight: 12 }, { arbitrary: ofClient, weight: 8 }, { arbitrary: rare, weight: 1 }) as fc.Arbitrary<Step>;

type Client = { outlet: FakeOutlet; reader: Reader<Event>; sent: { after: number; n: number }[]; resumedFrom: number | null; left: boolean };

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
    clients.push({ outlet, reader, sent: [], resumedFrom: reader.resumed && last ? last.event.n : null, left: false });
  };

  publish({ type: "question" });
  for (const { do: what, ...more } of steps) {
    const client = "who" in more ? clients[more.who % Math.max(1, clients.length)] : undefined;
    if (what === "publish") publish({ type: "question" });
    else if (what === "publishBig") publish({ type: "question", big: "x".repeat(300) });
    else if (what === "board") publish({ type: "board" }, "board");
    else if (what === "attach") attach();
    else if (what === "attachSlowSnapshot") attach({ slow: true });
    else if (what === "giveSnapshot") held.shift()?.();
    else if (what === "turn") await nextTurn();
    else if (what === "lose") channel.forget();
    else if (what === "newEpoch") {
      epoch += 1;
      numberInEpoch = 0;
      publish({ type: "question" });
    } else if (client && what === "resume") {
      const seen = client.outlet.messages as Seen[];
      const lastId = seen.findLast((message) => message.id)?.id;
      client.reader.close();
      client.left = true;
      attach({ after: lastId });
    } else if (client && what === "detach") {
      client.reader.close();
      client.left = true;
    } else if (client && what === "stick") client.outlet.isStuck = true;
    else if (client && what === "drain") client.outlet.drain();
    else if (client && what === "send" && !client.left && !client.outlet.closedWith) {
      client.sent.push({ after: sequence, n: client.sent.length });
      client.reader.send({ type: "mine", n: client.sent.length - 1 });
    }
  }
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
