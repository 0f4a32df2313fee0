import { describe, expect, it } from "vitest";
import { createBoardConnection } from "./board-connection";
import type { BoardEvent } from "./board-event";
import type { BoardMessage } from "./board-messages";
import { createEventReader } from "./event-stream";
import { shareConnection } from "./share-connection";

const event = (board: string, score = 1): BoardEvent => ({ timestamp: "2026-11-21T17:00:00.000Z", board, leaderboard: [{ rank: 1, userId: "u", username: "Ann", score }] });
const framed = (board: string) => `id: e.1\nevent: update\ndata: ${JSON.stringify(event(board))}\n\n`;

describe("events out of a stream", () => {
  it("are found wherever the text is cut, and comments are none", () => {
    const text = `retry: 3000\n\n: keep-alive\n\n${framed("leaderboard:all")}`;
    for (let cut = 0; cut < text.length; cut += 1) {
      const found: unknown[] = [];
      const read = createEventReader((streamed) => found.push(streamed));
      read(text.slice(0, cut));
      read(text.slice(cut));
      expect(found, `cut at ${cut}`).toEqual([{ id: "e.1", data: JSON.stringify(event("leaderboard:all")) }]);
    }
  });
});

/** A server whose streams the test opens, feeds and breaks. */
function scriptedServer() {
  const opened: { url: string; token: string | undefined; send: (text: string) => void; end: () => void }[] = [];
  const heard: BoardEvent[] = [];
  const pauses: number[] = [];
  let waiting: (() => void)[] = [];
  const connection = createBoardConnection({
    readToken: async () => "a token",
    openStream: async (url, { headers, signal }) => {
      let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void (sink = controller) });
      signal.addEventListener("abort", () => sink?.error(new Error("aborted")));
      opened.push({ url, token: headers["authorization"], send: (text) => sink?.enqueue(new TextEncoder().encode(text)), end: () => sink?.close() });
      for (const resolve of waiting) resolve();
      waiting = [];
      return new Response(body);
    },
    pause: async (ms) => void pauses.push(ms),
    random: () => 0.5,
    onEvent: (told) => heard.push(told),
    onConnected: () => undefined,
  });
  const until = (count: number): Promise<void> => (opened.length >= count ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)).then(() => until(count)));
  return { connection, opened, heard, pauses, until };
}

describe("the connection", () => {
  it("is one for all boards that are wanted, and another when these change", async () => {
    const { connection, opened, until } = scriptedServer();
    connection.want(["all"]);
    await until(1);
    connection.want(["all"]);
    connection.want(["all", "weekly"]);
    await until(2);
    expect(opened.map(({ url, token }) => [url, token])).toEqual([["/api/v1/leaderboard/stream?scope=all", "Bearer a token"], ["/api/v1/leaderboard/stream?scope=all,weekly", "Bearer a token"]]);
    connection.want([]);
  });

  it("comes back after it broke, later each time, and tells what it hears", async () => {
    const { connection, opened, heard, pauses, until } = scriptedServer();
    connection.want(["all"]);
    await until(1);
    opened[0]?.send(framed("leaderboard:all"));
    opened[0]?.end();
    await until(2);
    opened[1]?.end();
    await until(3);
    expect(heard).toEqual([event("leaderboard:all")]);
    expect(pauses).toEqual([1_000, 2_000]);
    connection.want([]);
  });
});

it("tells each tab of the board that it shows, at once what is known of it, and leaves with the last one", () => {
  const wanted: string[] = [];
  let tell: (event: BoardEvent) => void = () => undefined;
  const shared = shareConnection(({ onEvent }) => {
    tell = onEvent;
    return { want: (scopes) => void wanted.push(scopes.join()) };
  });
  const heard: Record<string, string[]> = { one: [], other: [] };
  const tab = (name: "one" | "other") => (message: BoardMessage) => void ("event" in message && heard[name]?.push(message.event.board));
  const [one, other] = [tab("one"), tab("other")];
  shared.want(one, "all");
  tell(event("leaderboard:all"));
  shared.want(other, "weekly");
  tell(event("leaderboard:weekly:2026-47"));
  shared.want(other, "all");
  shared.want(one, null);
  shared.want(other, null);
  expect(heard).toEqual({ one: ["leaderboard:all"], other: ["leaderboard:weekly:2026-47", "leaderboard:all"] });
  expect(wanted).toEqual(["all", "all,weekly", "all", "all", ""]);
});
