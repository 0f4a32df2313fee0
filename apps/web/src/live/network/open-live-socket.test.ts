import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeSockets } from "../../../test/fake-sockets";
import type { FeedMessage } from "../store/feed-message";
import { snapshotMessage } from "../testing/messages";
import type { Audience, SocketEnd } from "./live-api.types";
import { openLiveSocket } from "./open-live-socket";

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function open({ audience = "participant" as Audience, lastEventId = null as string | null } = {}) {
  const heard: FeedMessage[] = [];
  const seen = { started: 0, end: null as SocketEnd | null };
  const socket = openLiveSocket(audience, {
    token: { token: "signed", url: "ws://ws-1.quickfire.example/" },
    lastEventId,
    onStarted: () => { seen.started += 1; },
    onMessage: (message) => heard.push(message),
  });
  void socket.ended.then((end) => { seen.end = end; });
  return { socket, heard, seen };
}

describe("one connection to a game", () => {
  it("presents its token, and never in the address, where logs would keep it", async () => {
    const network = fakeSockets();
    open();
    await wait(10);
    expect(network.latest()).toMatchObject({ url: "ws://ws-1.quickfire.example/?connectionParams=1", token: "signed" });
  });

  it("resumes after the last event, and hears each message with its id", async () => {
    const network = fakeSockets();
    const { heard, seen } = open({ lastEventId: "e1.7" });
    await wait(10);
    expect(network.latest().subscriptions).toEqual([{ path: "live.events", input: { lastEventId: "e1.7" } }]);
    expect(seen.started).toBe(1);
    network.latest().say({ type: "game_locked", payload: { locked: true }, id: "e1.8" });
    network.latest().say(snapshotMessage("e1.9"));
    expect(heard).toMatchObject([{ type: "game_locked", payload: { locked: true }, id: "e1.8" }, { type: "snapshot", id: "e1.9" }]);
  });

  it.each(["host", "screen"] as const)("hears what only the %s may", async (audience) => {
    const network = fakeSockets();
    open({ audience });
    await wait(10);
    expect(network.latest().subscriptions).toEqual([{ path: "host.events", input: {} }]);
  });

  it.each([[4000, 4000], [1008, 1008], [1001, 1001], [1005, null], [1006, null]])("ends with the close code %s as %s, and does not come back by itself", async (code, told) => {
    const network = fakeSockets();
    const { seen } = open();
    await wait(10);
    network.latest().close(code);
    await wait(60_000);
    expect(seen.end).toEqual({ started: true, code: told });
    expect(network.opened).toHaveLength(1);
  });

  it("ends after 10 s where nothing opens, and leaves nothing that opens later", async () => {
    const network = fakeSockets({ opens: false });
    const { seen } = open();
    await wait(9_990);
    expect(seen.end).toBeNull();
    await wait(20);
    expect(seen.end).toEqual({ started: false, code: null });
    network.latest().open();
    await wait(10);
    expect(network.latest().isClosed()).toBe(true);
    expect(seen.started).toBe(0);
  });

  it("ends after 10 s where the socket opens and the feed does not begin", async () => {
    const network = fakeSockets({ feed: false });
    const { seen } = open();
    await wait(10_010);
    expect(seen.end).toEqual({ started: false, code: null });
    expect(network.latest().isClosed()).toBe(true);
  });

  it("notices within 23 s that the other side has gone silent", async () => {
    const network = fakeSockets();
    const { seen } = open();
    await wait(60_000);
    expect(seen.end).toBeNull();
    network.pings = false;
    await wait(23_100);
    expect(seen.end).toEqual({ started: true, code: null });
  });

  it("ends where the server asks its clients to go elsewhere", async () => {
    const network = fakeSockets();
    const { seen } = open();
    await wait(10);
    network.latest().askToReconnect();
    await wait(10);
    expect(seen.end).toEqual({ started: true, code: null });
    await wait(60_000);
    expect(network.opened).toHaveLength(1);
  });

  it("takes the reason of a refused feed from the close that follows it", async () => {
    const network = fakeSockets({ feed: false });
    const { seen } = open();
    await wait(10);
    network.latest().refuseFeed();
    await wait(100);
    expect(seen.end).toBeNull();
    network.latest().close(1008);
    await wait(10);
    expect(seen.end).toEqual({ started: false, code: 1008 });
  });

  it("does not wait long for a close that never follows", async () => {
    const network = fakeSockets({ feed: false });
    const { seen } = open();
    await wait(10);
    network.latest().refuseFeed();
    await wait(510);
    expect(seen.end).toEqual({ started: false, code: null });
  });

  it("brings an answer and its receipt, and the server's time in ms", async () => {
    const receipt = { questionId: "q-1", actionId: "a-1", accepted: true };
    const network = fakeSockets({ answerTo: (path) => (path === "live.answer" ? receipt : { serverTime: "1970-01-01T00:00:06.000Z" }) });
    const { socket } = open();
    await wait(10);
    const submission = { questionId: "q-1", actionId: "a-1", answer: { option: "opt-b" } };
    const sent = Promise.all([socket.submitAnswer(submission), socket.exchangeHeartbeat(1_010)]);
    await wait(10);
    expect(await sent).toEqual([receipt, 6_000]);
    expect(network.latest().calls).toEqual([["live.answer", submission], ["live.heartbeat", { sentAt: 1_010 }]]);
  });

  it("says of an answer that was under way when the connection broke that it has no receipt", async () => {
    const network = fakeSockets();
    const { socket } = open();
    await wait(10);
    const receipt = socket.submitAnswer({ questionId: "q-1", actionId: "a-1", answer: { option: "opt-b" } }).then(() => "counted", () => "broken");
    await wait(10);
    network.latest().close(1006);
    await wait(10);
    expect(await receipt).toBe("broken");
  });

  it("closes when it is told to", async () => {
    const network = fakeSockets();
    const { socket, seen } = open();
    await wait(10);
    socket.close();
    await wait(10);
    expect(seen.end).toEqual({ started: true, code: null });
    expect(network.latest().isClosed()).toBe(true);
  });
});
