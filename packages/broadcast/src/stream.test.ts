import { describe, expect, it } from "vitest";
import { Channel } from "./channel";

type Event = { type: string };
const at = (number: number) => `e1.${number}`;

function setUp() {
  const channel = new Channel<Event>({ capacity: 4 });
  const publish = (number: number, key?: string) => channel.publish({ type: `event ${number}` }, { id: at(number), key });
  const open = (options: { after?: string; signal?: AbortSignal } = {}) => {
    const stream = channel.stream({ ...options, snapshot: async () => ({ id: at(10), event: { type: "snapshot" } }) });
    const iterator = stream[Symbol.asyncIterator]();
    return { stream, iterator, next: async () => (await iterator.next()).value?.slice(0, 2) };
  };
  return { channel, publish, open };
}

describe("a channel as an async iterable", () => {
  it("gives tracked events: a snapshot, then what follows", async () => {
    const { publish, open } = setUp();
    publish(10);
    const { next } = open();
    expect(await next()).toEqual([at(10), { type: "snapshot" }]);
    const awaited = next();
    publish(11);
    expect(await awaited).toEqual([at(11), { type: "event 11" }]);
  });

  it("resumes, with personal messages in their place", async () => {
    const { publish, open } = setUp();
    publish(1);
    publish(2);
    const { stream, next } = open({ after: at(1) });
    stream.send({ type: "mine" });
    publish(3);
    expect([await next(), await next(), await next()]).toEqual([[at(2), { type: "event 2" }], [at(2), { type: "mine" }], [at(3), { type: "event 3" }]]);
  });

  it("gives who pulls slowly only the newest of a key, and a snapshot once they are too far behind", async () => {
    const { publish, open } = setUp();
    publish(1);
    const { next } = open({ after: at(1) });
    publish(2, "board");
    publish(3, "board");
    expect(await next()).toEqual([at(3), { type: "event 3" }]);
    for (const number of [4, 5, 6, 7, 8, 9, 10]) publish(number);
    expect(await next()).toEqual([at(10), { type: "snapshot" }]);
  });

  it("stops at once when asked to, also while it waits", async () => {
    const { channel, publish, open } = setUp();
    publish(1);
    const { iterator } = open({ after: at(1) });
    const awaited = iterator.next();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(await awaited).toEqual({ done: true, value: undefined });
    expect(channel.readers).toBe(0);
  });

  it("stops with its signal, and does not start with one that was aborted", async () => {
    const { channel, publish, open } = setUp();
    publish(1);
    const controller = new AbortController();
    const { iterator } = open({ after: at(1), signal: controller.signal });
    const awaited = iterator.next();
    controller.abort();
    expect((await awaited).done).toBe(true);
    expect((await open({ after: at(1), signal: controller.signal }).iterator.next()).done).toBe(true);
    expect(channel.readers).toBe(0);
  });

  it("is over when the channel ends, after the last event", async () => {
    const { channel, publish, open } = setUp();
    publish(1);
    const { next, iterator } = open({ after: at(1) });
    publish(2);
    channel.end();
    expect(await next()).toEqual([at(2), { type: "event 2" }]);
    expect((await iterator.next()).done).toBe(true);
  });
});
