import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { type Event, type ServedChannel, serveChannel, type TestRouter } from "./serve-channel";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function serve(options: { port?: number; channel?: ServedChannel["channel"] } = {}) {
  const server = await serveChannel({ live: true, ...options });
  endings.push(() => server.close());
  return server;
}

function connect(url: string) {
  const client = createWSClient({ url, WebSocket: WebSocket as unknown as typeof globalThis.WebSocket, retryDelayMs: () => 10 });
  endings.push(() => client.close());
  return createTRPCClient<TestRouter>({ links: [wsLink({ client })] });
}

describe("the stock client", () => {
  it("subscribes, hears, calls in between, and leaves", async () => {
    const { channel, url } = await serve();
    channel.publish({ type: "first", n: 1 }, { id: "e1.1" });
    const trpc = connect(url);
    const heard: { id: string; data: Event }[] = [];
    const subscription = trpc.events.subscribe(undefined, { onData: (event) => heard.push(event) });
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(await trpc.echo.mutate("hello")).toBe("hello");
    channel.publish({ type: "second", n: 2 }, { id: "e1.2" });
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ id: "e1.2", data: { type: "second", n: 2 } }));
    subscription.unsubscribe();
    await vi.waitFor(() => expect(channel.readers).toBe(0));
  });

  it("misses nothing and hears nothing twice through five restarts of the server", async () => {
    let server = await serve();
    const { channel, port } = server;
    let number = 1;
    const publish = () => channel.publish({ type: "event", n: (number += 1) }, { id: `e1.${number}` });
    channel.publish({ type: "event", n: 1 }, { id: "e1.1" });
    const trpc = connect(server.url);
    const heard: (number | string)[] = [];
    trpc.events.subscribe(undefined, { onData: ({ data }) => heard.push(data.n ?? data.type) });
    await vi.waitFor(() => expect(heard).toEqual(["snapshot"]));
    for (let restart = 0; restart < 5; restart += 1) {
      for (let count = 0; count < 3; count += 1) publish();
      await server.close();
      for (let count = 0; count < 3; count += 1) publish();
      server = await serve({ port, channel });
      publish();
      await vi.waitFor(() => expect(heard.at(-1)).toBe(number), { timeout: 5_000 });
    }
    expect(heard).toEqual(["snapshot", ...Array.from({ length: number - 1 }, (_, index) => index + 2)]);
  });

  it("misses nothing when it is asked to reconnect while events flow", async () => {
    const server = await serve();
    const { channel } = server;
    let number = 1;
    channel.publish({ type: "event", n: 1 }, { id: "e1.1" });
    const trpc = connect(server.url);
    const heard: (number | string)[] = [];
    trpc.events.subscribe(undefined, { onData: ({ data }) => heard.push(data.n ?? data.type) });
    await vi.waitFor(() => expect(heard).toEqual(["snapshot"]));
    for (let count = 0; count < 200; count += 1) {
      channel.publish({ type: "event", n: (number += 1) }, { id: `e1.${number}` });
      if (count % 50 === 25) server.notifyReconnect();
      // One a millisecond, so that some fall between the old socket and the new one.
      await pause(1);
    }
    await vi.waitFor(() => expect(heard.at(-1)).toBe(number));
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard).toHaveLength(number);
  });

  it("can read slowly and still gets every event that counts", async () => {
    const server = await serve();
    const { channel } = server;
    channel.publish({ type: "event", n: 1 }, { id: "e1.1" });
    const trpc = connect(server.url);
    const heard: (number | string)[] = [];
    trpc.events.subscribe(undefined, { onData: ({ data }) => heard.push(data.n ?? data.type) });
    await vi.waitFor(() => expect(heard).toEqual(["snapshot"]));
    const [socket] = server.sockets.clients;
    if (!socket) throw new Error("no socket");
    // The kernel's buffers are far larger than the limits, so the socket says what a full network would make it say.
    const buffered = vi.spyOn(socket, "bufferedAmount", "get").mockReturnValue(65 * 1024);
    channel.publish({ type: "event", n: 2 }, { id: "e1.2" });
    for (let n = 3; n < 10; n += 1) channel.publish({ type: "board", n }, { id: `e1.${n}`, key: "board" });
    await nextTurn();
    buffered.mockRestore();
    server.transports[0]?.emit("drain");
    await vi.waitFor(() => expect(heard).toEqual(["snapshot", 2, 9]));
  });
});
