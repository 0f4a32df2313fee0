import { once } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { type ServedChannel, serveChannel } from "./serve-channel";

const served: ServedChannel[] = [];
afterEach(async () => {
  for (const server of served.splice(0)) await server.close();
});

async function connect(options: { live: boolean }) {
  const server = await serveChannel(options);
  served.push(server);
  const socket = new WebSocket(server.url);
  const transcript: string[] = [];
  let arrived: () => void = () => {};
  socket.on("message", (message) => {
    transcript.push(message.toString());
    arrived();
  });
  await once(socket, "open");
  const say = (message: unknown) => socket.send(typeof message === "string" ? message : JSON.stringify(message));
  /** Waits until the transcript has this many messages. */
  const until = async (count: number) => {
    while (transcript.length < count) await new Promise<void>((resolve) => (arrived = resolve));
  };
  return { server, socket, transcript, say, until };
}

/** One conversation, step by step: each step is done once the server has said all that the step brings. */
async function converse(options: { live: boolean }): Promise<string[]> {
  const { server, socket, transcript, say, until } = await connect(options);
  const { channel, subscriptions } = server;
  let number = 0;
  const publish = (type: string, key?: string) => channel.publish({ type }, { id: `e1.${(number += 1)}`, key });
  publish("first");

  say({ id: 1, method: "subscription", params: { path: "events" } });
  await until(2);
  publish("text with \u2028, \"quotes\" and 日本");
  await until(3);
  say({ id: "seven", jsonrpc: "2.0", method: "subscription", params: { path: "events", input: {}, lastEventId: "e1.1" } });
  await until(5);
  publish("for both");
  await until(7);
  subscriptions[0]?.send({ type: "for the first alone" });
  await until(8);
  say({ id: 3, method: "mutation", params: { path: "echo", input: "hello" } });
  await until(9);
  say([{ id: 4, method: "mutation", params: { path: "echo", input: "one of two" } }, { id: 5, method: "query", params: { path: "nowhere" } }]);
  await until(11);
  say({ id: 1, method: "subscription", params: { path: "events" } });
  await until(12);
  say({ id: 6, method: "subscription", params: { path: "refused" } });
  await until(13);
  say({ id: 7, method: "subscription", params: { path: "unlucky" } });
  await until(16);
  say("not json");
  await until(17);
  say({ id: null, method: "mutation", params: { path: "echo" } });
  await until(18);
  say("PING");
  await until(19);
  publish("one of two in a turn");
  publish("the other one");
  await until(23);
  say({ id: "eight", jsonrpc: "2.0", method: "mutation", params: { path: "echo", input: 8 } });
  await until(24);
  say({ id: 10, jsonrpc: "2.0", method: "subscription", params: { path: "nowhere" } });
  await until(25);
  say({ id: 1, method: "subscription.stop" });
  await until(26);
  publish("for who is left");
  await until(27);
  say({ id: 1, method: "subscription", params: { path: "events", lastEventId: "e1.4" } });
  await until(30);
  say({ id: 8, method: "subscription", params: { path: "events", lastEventId: "other.2" } });
  await until(32);
  say({ id: 9, method: "subscription.stop" });
  server.notifyReconnect();
  await until(33);
  publish("the last one");
  channel.end();
  await until(39);
  socket.close();
  await once(socket, "close");
  return transcript;
}

/** Which of two subscriptions hears first is open; each by itself must be the same. */
function byRequest(transcript: string[]): Map<unknown, string[]> {
  const requests = new Map<unknown, string[]>();
  for (const text of transcript) requests.set(idOf(text), [...(requests.get(idOf(text)) ?? []), text]);
  return requests;
}
const idOf = (text: string): unknown => (text.startsWith("{") ? JSON.parse(text).id : text);

describe("the wire of tRPC", () => {
  it("carries the same bytes whether the fast path is taken or not", async () => {
    const [stock, fast] = await Promise.all([converse({ live: false }), converse({ live: true })]);
    expect(byRequest(fast)).toEqual(byRequest(stock));
    expect(fast).toHaveLength(39);
  });

  it("really is the fast path, and no ticket is ever seen outside", async () => {
    const { server, transcript, say, until } = await connect({ live: true });
    server.channel.publish({ type: "first" }, { id: "e1.1" });
    const [socket] = server.sockets.clients;
    const sent: unknown[] = [];
    const superSend = Object.getPrototypeOf(Object.getPrototypeOf(socket)).send as WebSocket["send"];
    if (socket) Object.getPrototypeOf(Object.getPrototypeOf(socket)).send = function send(this: WebSocket, ...parameters: Parameters<WebSocket["send"]>) {
      if (this === socket) sent.push(parameters[0]);
      return superSend.apply(this, parameters);
    };
    say({ id: 1, method: "subscription", params: { path: "events" } });
    await until(2);
    server.channel.publish({ type: "second" }, { id: "e1.2" });
    await until(3);
    Object.getPrototypeOf(Object.getPrototypeOf(socket)).send = superSend;
    expect(sent).toEqual(['{"id":1,"result":{"type":"started"}}']);
    expect(transcript.join("")).not.toContain("live:");
  });

  it("says so loudly when a procedure wraps the iterable", async () => {
    const { transcript, say, until } = await connect({ live: true });
    say({ id: 1, method: "subscription", params: { path: "wrapped" } });
    await until(3);
    expect(transcript.at(2)).toContain("must be returned from the procedure as it is");
  });

  it("lets go of a subscription when its socket is gone", async () => {
    const { server, socket, say, until } = await connect({ live: true });
    server.channel.publish({ type: "first" }, { id: "e1.1" });
    say({ id: 1, method: "subscription", params: { path: "events" } });
    await until(2);
    expect(server.channel.readers).toBe(1);
    const [serverSide] = server.sockets.clients;
    socket.terminate();
    if (serverSide) await once(serverSide, "close");
    expect(server.channel.readers).toBe(0);
  });

  it("closes a client that calls and never reads", async () => {
    const { server, socket, say } = await connect({ live: true });
    const [serverSide] = server.sockets.clients;
    if (!serverSide) throw new Error("no socket");
    vi.spyOn(serverSide, "bufferedAmount", "get").mockReturnValue(257 * 1024);
    say({ id: 1, method: "mutation", params: { path: "echo", input: "x" } });
    expect((await once(socket, "close"))[0]).toBe(1013);
  });

  it("sends nothing after the Close frame", async () => {
    const { server, socket, transcript, say, until } = await connect({ live: true });
    server.channel.publish({ type: "first" }, { id: "e1.1" });
    say({ id: 1, method: "subscription", params: { path: "events" } });
    await until(2);
    const [serverSide] = server.sockets.clients;
    serverSide?.close(1001, "drain");
    server.channel.publish({ type: "too late" }, { id: "e1.2" });
    expect(await once(socket, "close")).toEqual([1001, Buffer.from("drain")]);
    expect(transcript.join("")).not.toContain("too late");
  });
});
