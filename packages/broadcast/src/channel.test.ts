import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeOutlet } from "../test/fake-outlet";
import { Channel, type ChannelOptions } from "./channel";
import { plainEncoding, trpcEncoding } from "./encoding";

type Event = { type: string; n?: number };

const at = (number: number, epoch = "e1") => `${epoch}.${number}`;
const numbers = (outlet: FakeOutlet) => outlet.messages.map((message) => (message as Event).n ?? (message as Event).type);

function setUp(options: ChannelOptions = {}) {
  const channel = new Channel<Event>(options);
  let newest = at(0);
  const publish = (number: number, more: { key?: string; epoch?: string; type?: string } = {}) => {
    newest = at(number, more.epoch);
    return channel.publish({ type: more.type ?? "event", n: number }, { id: newest, key: more.key });
  };
  const snapshot = async () => ({ id: newest, event: { type: "snapshot" } });
  const attach = (after?: string) => {
    const outlet = new FakeOutlet();
    return { outlet, reader: channel.attach(outlet, { encoding: plainEncoding, after, snapshot }) };
  };
  return { channel, publish, snapshot, attach };
}

describe("a channel", () => {
  it("serialises an event once, and gives the same bytes to all who read alike", async () => {
    const { channel, attach, publish } = setUp();
    publish(1);
    const readers = [attach(at(1)), attach(at(1)), attach(at(1))];
    let serialised = 0;
    channel.publish({ type: "event", n: 2, toJSON: () => ((serialised += 1), { type: "event", n: 2 }) } as Event, { id: at(2) });
    await nextTurn();
    expect(serialised).toBe(1);
    const [first, ...others] = readers.map(({ outlet }) => outlet.writes[0]);
    expect(first).toBeInstanceOf(Buffer);
    for (const other of others) expect(other).toBe(first);
  });

  it("keeps a frame for each request id of tRPC", async () => {
    const { channel, publish, snapshot } = setUp();
    publish(1);
    const outlets = [3, "x", 3].map((id) => {
      const outlet = new FakeOutlet();
      channel.attach(outlet, { encoding: trpcEncoding({ id }), after: at(1), snapshot });
      return outlet;
    });
    publish(2);
    await nextTurn();
    expect(outlets.map((outlet) => outlet.messages)).toEqual([3, "x", 3].map((id) => [{ id, result: { type: "data", data: { id: at(2), data: { type: "event", n: 2 } }, id: at(2) } }]));
    expect(outlets[0]?.writes[0]).toBe(outlets[2]?.writes[0]);
  });

  it("writes what is published together in one go", async () => {
    const { attach, publish } = setUp();
    publish(1);
    const { outlet } = attach(at(1));
    publish(2);
    publish(3);
    await nextTurn();
    expect(outlet.writes).toHaveLength(1);
    expect(numbers(outlet)).toEqual([2, 3]);
  });

  it("starts a new reader with a snapshot, and loses nothing that happens meanwhile", async () => {
    const { channel, publish } = setUp();
    publish(1);
    const outlet = new FakeOutlet();
    let give: (snapshot: { id: string; event: Event }) => void = () => {};
    channel.attach(outlet, { encoding: plainEncoding, snapshot: () => new Promise((resolve) => (give = resolve)) });
    publish(2);
    await nextTurn();
    publish(3);
    await nextTurn();
    expect(outlet.writes).toEqual([]);
    give({ id: at(2), event: { type: "snapshot" } });
    await nextTurn();
    publish(4);
    await nextTurn();
    expect(outlet.messages).toEqual([{ id: at(2), type: "snapshot" }, { id: at(3), type: "event", n: 3 }, { id: at(4), type: "event", n: 4 }]);
  });

  it("waits for the channel to arrive at a snapshot that is ahead of it", async () => {
    const { channel, publish } = setUp();
    publish(1);
    const outlet = new FakeOutlet();
    channel.attach(outlet, { encoding: plainEncoding, snapshot: async () => ({ id: at(3), event: { type: "snapshot" } }) });
    await nextTurn();
    for (const number of [2, 3, 4]) publish(number);
    await nextTurn();
    expect(numbers(outlet)).toEqual(["snapshot", 4]);
  });

  it("resumes after the last event that was seen", async () => {
    const { attach, publish } = setUp();
    for (const number of [1, 2, 3, 4]) publish(number);
    const { outlet, reader } = attach(at(2));
    await nextTurn();
    expect(reader.resumed).toBe(true);
    expect(numbers(outlet)).toEqual([3, 4]);
  });

  it.each([["too old", at(1)], ["of another epoch", at(4, "e0")], ["ahead of everything", at(6)], ["not an id", "quite wrong"]])("gives a snapshot where the last seen id is %s", async (_why, after) => {
    const { attach, publish } = setUp({ capacity: 3 });
    for (const number of [1, 2, 3, 4, 5]) publish(number);
    const { outlet, reader } = attach(after);
    await nextTurn();
    expect(reader.resumed).toBe(false);
    expect(numbers(outlet)).toEqual(["snapshot"]);
  });

  it("leads on from further back once it was told the past", async () => {
    const { channel, attach, publish } = setUp();
    publish(5);
    expect(channel.canResumeFrom(at(2))).toBe(false);
    channel.recall(at(2), [3, 4, 5].map((n) => ({ id: at(n), event: { type: "event", n } })));
    expect(channel.canResumeFrom(at(2))).toBe(true);
    const { outlet } = attach(at(2));
    publish(6);
    await nextTurn();
    expect(numbers(outlet)).toEqual([3, 4, 5, 6]);
  });

  it("learns where it stands from a past in which nothing happened", async () => {
    const { channel, attach, publish } = setUp();
    channel.recall(at(7), []);
    const { outlet, reader } = attach(at(7));
    publish(8);
    await nextTurn();
    expect(reader.resumed).toBe(true);
    expect(numbers(outlet)).toEqual([8]);
  });

  it("does not believe a past with a gap, or one that is longer than it can hold", () => {
    const { channel, publish } = setUp({ capacity: 4 });
    publish(5);
    channel.recall(at(2), [{ id: at(3), event: { type: "event" } }, { id: at(5), event: { type: "event" } }]);
    expect(channel.canResumeFrom(at(2))).toBe(false);
    channel.recall(at(0), [1, 2, 3, 4, 5].map((n) => ({ id: at(n), event: { type: "event", n } })));
    expect(channel.canResumeFrom(at(0))).toBe(false);
    expect(channel.canResumeFrom(at(4))).toBe(true);
  });

  it("tells nothing twice, whatever its source repeats", async () => {
    const { attach, publish } = setUp();
    publish(1);
    const { outlet } = attach(at(1));
    expect([publish(2), publish(2), publish(1), publish(3)]).toEqual([true, false, false, true]);
    await nextTurn();
    expect(numbers(outlet)).toEqual([2, 3]);
  });

  it.each([["a gap", { number: 4, epoch: "e1" }], ["a new epoch", { number: 1, epoch: "e2" }]])("gives every reader a snapshot after %s", async (_what, { number, epoch }) => {
    const { attach, publish } = setUp();
    publish(1);
    const { outlet } = attach(at(1));
    publish(2);
    await nextTurn();
    publish(number, { epoch });
    await nextTurn();
    publish(number + 1, { epoch });
    await nextTurn();
    expect(numbers(outlet)).toEqual([2, "snapshot", number + 1]);
  });

  it("gives every reader a snapshot after events were lost", async () => {
    const { channel, attach, publish } = setUp();
    publish(1);
    const { outlet } = attach(at(1));
    channel.forget();
    await nextTurn();
    publish(2);
    await nextTurn();
    expect(numbers(outlet)).toEqual(["snapshot", 2]);
  });

  it("stays with a snapshot of an epoch that it has not heard of until something is published", async () => {
    const { channel, publish } = setUp();
    publish(1);
    const outlet = new FakeOutlet();
    const snapshot = vi.fn<() => Promise<{ id: string; event: Event }>>(async () => ({ id: at(9, "e2"), event: { type: "snapshot" } }));
    channel.attach(outlet, { encoding: plainEncoding, snapshot });
    await nextTurn();
    await nextTurn();
    expect(snapshot).toHaveBeenCalledTimes(1);
    publish(10, { epoch: "e2" });
    await nextTurn();
    expect(numbers(outlet)).toEqual(["snapshot", 10]);
  });

  it("turns a reader away when no snapshot can be had", async () => {
    const { channel, publish } = setUp();
    publish(1);
    const outlet = new FakeOutlet();
    channel.attach(outlet, { encoding: plainEncoding, snapshot: () => Promise.reject(new Error("away")) });
    await nextTurn();
    expect(outlet.closedWith?.code).toBe(1013);
    expect(channel.readers).toBe(0);
  });

  it("turns a reader away when the snapshots stay older than what it can tell", async () => {
    const { channel, publish } = setUp();
    publish(5);
    const outlet = new FakeOutlet();
    const failures: unknown[] = [];
    channel.attach(outlet, { encoding: plainEncoding, snapshot: async () => ({ id: at(1), event: { type: "snapshot" } }), onFailure: (cause) => failures.push(cause) });
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect(outlet.writes).toEqual([]);
  });

  it("writes nothing more once a reader has left", async () => {
    const { channel, attach, publish } = setUp();
    publish(1);
    const { outlet, reader } = attach(at(1));
    publish(2);
    reader.close();
    reader.send({ type: "mine" });
    await nextTurn();
    expect(outlet.writes).toEqual([]);
    expect(channel.readers).toBe(0);
  });

  it("finishes its readers when it ends, after all was told", async () => {
    const { channel, publish, snapshot } = setUp();
    publish(1);
    const outlet = new FakeOutlet();
    const onEnd = vi.fn<() => void>(() => expect(numbers(outlet)).toEqual([2]));
    channel.attach(outlet, { encoding: plainEncoding, after: at(1), snapshot, onEnd });
    publish(2);
    channel.end();
    await nextTurn();
    expect(onEnd).toHaveBeenCalledTimes(1);
    expect(channel.readers).toBe(0);
  });

  it("lets other work in while it serves many", async () => {
    const turns: number[] = [];
    const { attach, publish } = setUp({ sliceMs: 0, onFlush: ({ writes }) => turns.push(writes) });
    publish(1);
    const outlets = Array.from({ length: 200 }, () => attach(at(1)).outlet);
    publish(2);
    const served = () => outlets.filter((outlet) => outlet.writes.length > 0).length;
    await nextTurn();
    expect(served()).toBeGreaterThan(0);
    expect(served()).toBeLessThan(200);
    publish(3);
    await vi.waitFor(() => expect(turns).toEqual([expect.any(Number)]));
    for (const outlet of outlets) expect(numbers(outlet)).toEqual([2, 3]);
  });

  it("reports what a pass wrote", async () => {
    const reports: unknown[] = [];
    const { attach, publish } = setUp({ onFlush: (report) => reports.push(report) });
    publish(1);
    const outlets = [attach(at(1)).outlet, attach(at(1)).outlet];
    publish(2);
    await nextTurn();
    const bytes = outlets.flatMap(({ writes }) => writes).reduce((sum, { length }) => sum + length, 0);
    expect(reports).toEqual([{ writes: 2, bytes, delayMs: expect.any(Number) }]);
  });
});

describe("messages for one reader", () => {
  it("come after what was published before them, and before what is published later", async () => {
    const { attach, publish } = setUp();
    publish(1);
    const { outlet, reader } = attach(at(1));
    const other = attach(at(1));
    publish(2);
    reader.send({ type: "mine" });
    publish(3);
    reader.send({ type: "mine too" });
    await nextTurn();
    expect(numbers(outlet)).toEqual([2, "mine", 3, "mine too"]);
    expect(numbers(other.outlet)).toEqual([2, 3]);
  });

  it("leave in one write with the event that they wait for, right after it", async () => {
    const { attach, publish } = setUp();
    publish(1);
    const { outlet, reader } = attach(at(1));
    reader.send({ type: "own result" }, { after: at(3) });
    reader.send({ type: "at once" });
    await nextTurn();
    expect(numbers(outlet)).toEqual(["at once"]);
    publish(2);
    await nextTurn();
    expect(numbers(outlet)).toEqual(["at once", 2]);
    publish(3);
    publish(4);
    await nextTurn();
    expect(numbers(outlet)).toEqual(["at once", 2, 3, "own result", 4]);
    expect(outlet.writes).toHaveLength(3);
  });

  it.each([["was told before", at(1)], ["belongs to another epoch", at(7, "e0")]])("do not wait for an event that %s", async (_why, after) => {
    const { attach, publish } = setUp();
    publish(1);
    const { outlet, reader } = attach(at(1));
    reader.send({ type: "own result" }, { after });
    await nextTurn();
    expect(numbers(outlet)).toEqual(["own result"]);
  });

  it("share the frames of the events around them", async () => {
    const { channel, publish, snapshot } = setUp();
    publish(1);
    let framed = 0;
    const encoding = { ...plainEncoding, frame: (...all: Parameters<typeof plainEncoding.frame>) => ((framed += 1), plainEncoding.frame(...all)) };
    const readers = [1, 2, 3].map(() => channel.attach(new FakeOutlet(), { encoding, after: at(1), snapshot }));
    for (const reader of readers) reader.send({ type: "own result" }, { after: at(2) });
    publish(2);
    publish(3);
    await nextTurn();
    expect(framed).toBe(2 + readers.length);
  });

  it("wait for the snapshot", async () => {
    const { attach, publish } = setUp();
    publish(1);
    const { outlet, reader } = attach();
    reader.send({ type: "mine" });
    await nextTurn();
    expect(outlet.messages).toEqual([{ id: at(1), type: "snapshot" }, { type: "mine" }]);
  });

  it("are tracked in tRPC's wire form with the id of the newest event before them", async () => {
    const { channel, publish, snapshot } = setUp();
    publish(1);
    const outlet = new FakeOutlet();
    const reader = channel.attach(outlet, { encoding: trpcEncoding({ id: 1, jsonrpc: "2.0" }), after: at(1), snapshot });
    publish(2);
    reader.send({ type: "mine" });
    await nextTurn();
    expect(outlet.messages[1]).toEqual({ id: 1, jsonrpc: "2.0", result: { type: "data", data: { id: at(2), data: { type: "mine" } }, id: at(2) } });
  });
});

describe("a slow reader", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());
  const limits = { softBytes: 100, hardBytes: 400, maxLagMs: 5_000 };

  it("gets nothing more until it has drained, then everything but outdated boards", async () => {
    const { attach, publish } = setUp({ limits });
    publish(1);
    const { outlet, reader } = attach(at(1));
    outlet.isStuck = true;
    publish(2, { type: "x".repeat(100) });
    await nextTurn();
    expect(outlet.writes).toHaveLength(1);
    publish(3, { key: "board" });
    publish(4);
    publish(5, { key: "board" });
    reader.send({ type: "old count" }, { key: "count" });
    reader.send({ type: "mine" });
    reader.send({ type: "new count" }, { key: "count" });
    await nextTurn();
    publish(6, { key: "board" });
    await nextTurn();
    expect(outlet.writes).toHaveLength(1);
    outlet.drain();
    await nextTurn();
    expect(outlet.messages.slice(1).map((message) => (message as Event).n ?? (message as Event).type)).toEqual([4, "mine", "new count", 6]);
    vi.advanceTimersByTime(10_000);
    expect(outlet.closedWith).toBeNull();
  });

  it("is closed with 1013 when it owes too much", async () => {
    const tooSlow = vi.fn<() => void>();
    const { channel, attach, publish } = setUp({ limits, onTooSlow: tooSlow });
    publish(1);
    const { outlet } = attach(at(1));
    outlet.isStuck = true;
    for (const number of [2, 3, 4, 5]) {
      publish(number, { type: "x".repeat(120) });
      await nextTurn();
    }
    expect(outlet.closedWith?.code).toBe(1013);
    expect(channel.readers).toBe(0);
    expect(tooSlow).toHaveBeenCalledTimes(1);
  });

  it("is not closed for boards that it will never get", async () => {
    const { attach, publish } = setUp({ limits });
    publish(1);
    const { outlet } = attach(at(1));
    outlet.isStuck = true;
    publish(2, { type: "x".repeat(120) });
    await nextTurn();
    for (let number = 3; number < 40; number += 1) publish(number, { key: "board", type: "y".repeat(100) });
    await nextTurn();
    expect(outlet.closedWith).toBeNull();
  });

  it("gets one snapshot once it has drained, however often the log has moved on beyond it", async () => {
    const { attach, publish } = setUp({ limits, capacity: 3 });
    publish(1);
    const { outlet } = attach(at(1));
    outlet.isStuck = true;
    publish(2, { type: "x".repeat(120) });
    await nextTurn();
    for (let number = 3; number < 30; number += 1) {
      publish(number, { key: "board" });
      await nextTurn();
    }
    expect(numbers(outlet)).toEqual([2]);
    outlet.drain();
    await nextTurn();
    expect(numbers(outlet)).toEqual([2, "snapshot"]);
  });

  it("is closed with 1013 when it does not drain in time", async () => {
    const { attach, publish } = setUp({ limits });
    publish(1);
    const { outlet } = attach(at(1));
    outlet.isStuck = true;
    publish(2, { type: "x".repeat(120) });
    await nextTurn();
    publish(3);
    await nextTurn();
    vi.advanceTimersByTime(4_999);
    expect(outlet.closedWith).toBeNull();
    vi.advanceTimersByTime(1);
    expect(outlet.closedWith?.code).toBe(1013);
  });

  it("does not hold up others", async () => {
    const { attach, publish } = setUp({ limits });
    publish(1);
    const [slow, quick] = [attach(at(1)), attach(at(1))];
    slow.outlet.isStuck = true;
    publish(2, { type: "x".repeat(120) });
    await nextTurn();
    publish(3);
    await nextTurn();
    expect(numbers(quick.outlet)).toEqual([2, 3]);
    expect(numbers(slow.outlet)).toEqual([2]);
  });
});
