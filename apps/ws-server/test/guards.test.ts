import { once } from "node:events";
import { request } from "node:http";
import { connect as connectTcp } from "node:net";
import { waitFor } from "@quickfire/testing";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createGame, join, questionId, type TestNode, useNodes } from "./live-fixture";
import { connectPlain, refusalOf } from "./plain-client";
import { RawTrpc } from "./raw-trpc";

const start = useNodes();
let node: TestNode;
beforeAll(async () => {
  node = await start({ name: "guarded" });
});

async function player(on: TestNode = node) {
  const game = await createGame(on.store);
  return { game, anna: await join(on.store, game, "Anna"), ben: await join(on.store, game, "Ben") };
}

/** Somebody else in the same game, for whom nothing may change. */
async function bystander() {
  const { game, anna, ben } = await player();
  const client = await connectPlain(node, ben);
  await client.next("snapshot");
  return {
    game,
    anna,
    async isWell(): Promise<void> {
      client.say("heartbeat", { sentAt: 1 });
      await client.next("heartbeat");
      expect(client.closedWith).toBeNull();
      client.socket.close();
    },
  };
}

const noInternals = /\bat [\w./]+:\d+|node_modules|\.ts:\d|"stack"/;

const corpus = [
  "", " ", "null", "true", "0", "-1", "1e999", '""', "[]", "{}", "[[]]", "[null]", "[1]", "{", "}", "[", "]", "\\", "\u0000", "undefined", "NaN",
  '{"id":null}', '{"id":null,"method":"query"}', '{"id":1}', '{"id":1,"method":"query"}', '{"id":1,"method":"query","params":null}', '{"id":1,"method":"query","params":{}}',
  '{"id":{},"method":"query","params":{"path":"live.heartbeat"}}', '{"id":[],"method":"query","params":{"path":"live.heartbeat"}}', '{"id":1e400,"method":"query","params":{"path":"live.heartbeat"}}',
  '{"id":2,"method":"query","params":{"path":"__proto__"}}', '{"id":3,"method":"query","params":{"path":"constructor"}}', '{"id":4,"method":"query","params":{"path":"live.__proto__.heartbeat"}}',
  '{"id":5,"method":"query","params":{"path":"toString"}}', '{"id":6,"method":"query","params":{"path":"live"}}', '{"id":7,"method":"query","params":{"path":""}}', '{"id":8,"method":"query","params":{"path":5}}',
  '{"id":9,"method":"mutation","params":{"path":"live.heartbeat","input":{}}}', '{"id":10,"method":"subscription","params":{"path":"live.answer","input":{}}}', '{"id":11,"method":"query","params":{"path":"live.events"}}',
  '{"id":12,"method":"subscription.stop"}', '{"id":13,"method":"hack","params":{"path":"live.heartbeat"}}', '{"id":14,"jsonrpc":"9","method":"query","params":{"path":"live.heartbeat"}}',
  '{"id":15,"method":"mutation","params":{"path":"live.answer","input":{"__proto__":{"accepted":true},"questionId":"q","selectedOption":0}}}',
  '{"id":16,"method":"mutation","params":{"path":"live.answer","input":{"questionId":"q","answer":{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}}}}',
  '{"id":17,"method":"subscription","params":{"path":"live.events","input":{"lastEventId":"\\u0000"}}}', '{"id":18,"method":"subscription","params":{"path":"live.events","input":5,"lastEventId":"x"}}',
  '{"id":19,"method":"subscription","params":{"path":"live.events","lastEventId":5}}', '{"method":"connectionParams","data":{"token":5}}', '{"method":"connectionParams","data":null}',
  '{"type":"answer_submission","payload":{"questionId":"q","selectedOption":0,"__proto__":{"a":1}}}', '{"type":"__proto__","payload":{}}', '{"type":"heartbeat","payload":{"sentAt":{"$gt":1}}}',
  '{"type":"answer_submission","payload":{"questionId":"\\ud800","selectedOption":"\\ud800"}}', '{"type":"answer_submission","payload":{"questionId":"q","answer":{"options":[null,{},[]],"text":{"a":1},"value":"yes"}}}',
  '{"type":"get_leaderboard","payload":{"limit":1e9}}', "[".repeat(8_000), "{\"a\":".repeat(3_000), `"${"x".repeat(16_000)}"`, `{"type":"${"\u202e".repeat(200)}"}`,
];

describe("whatever a plain-JSON client says", () => {
  it("is answered with an error, harms nobody else and leaves no stack", async () => {
    const others = await bystander();
    const texts = corpus.map((text) => (Buffer.byteLength(text) > 16_000 ? text.slice(0, 15_000) : text));
    for (const some of chunks(texts, 30)) {
      const client = await connectPlain(node, others.anna);
      for (const text of some) client.socket.send(text);
      client.say("heartbeat", { sentAt: "last" });
      await client.next("heartbeat");
      expect(client.closedWith).toBeNull();
      expect(JSON.stringify(client.messages)).not.toMatch(noInternals);
      // Each of them got something back, and no answer among them was accepted.
      await waitFor(() => client.of("error").length + client.of("answer_result").length === some.length);
      expect(JSON.stringify(client.of("answer_result"))).not.toContain('"accepted":true');
      client.socket.close();
      await client.closed;
    }
    await others.isWell();
  });

  it("may be any bytes at all", async () => {
    const others = await bystander();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.json(), fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))), { maxLength: 12 }), async (messages) => {
        const client = await connectPlain(node, others.anna);
        for (const message of messages) client.socket.send(message);
        client.say("heartbeat", { sentAt: "last" });
        await client.next(({ type, payload }) => type === "heartbeat" && payload.sentAt === "last");
        client.socket.close();
        await client.closed;
      }),
      { numRuns: 40 },
    );
    await others.isWell();
  });

  it("is too big over 16 KiB: 1009", async () => {
    const others = await bystander();
    const client = await connectPlain(node, others.anna);
    client.socket.send("x".repeat(16 * 1024 + 1));
    expect((await client.closed).code).toBe(1009);
    await others.isWell();
  });

  it("can't come in endless fragments", async () => {
    const others = await bystander();
    const client = await connectPlain(node, others.anna);
    for (let count = 0; count < 20; count += 1) client.socket.send("x", { fin: false });
    expect([1008, 1009]).toContain((await client.closed).code);
    await others.isWell();
  });

  it("is limited to 20 messages a second with 40 in reserve: an answer beyond is told so as an answer", async () => {
    const others = await bystander();
    const client = await connectPlain(node, others.anna);
    for (let count = 0; count < 45; count += 1) client.say("heartbeat");
    client.answer(questionId(others.game.quiz, 1), 0, { actionId: "tap" });
    expect((await client.next("error")).payload.reason).toBe("RATE_LIMITED");
    expect((await client.next("answer_result")).payload).toEqual({ questionId: questionId(others.game.quiz, 1), actionId: "tap", accepted: false, reason: "RATE_LIMITED", retryAfterMs: 1_000 });
    expect(client.of("heartbeat").length).toBeGreaterThanOrEqual(40);
    expect(client.closedWith).toBeNull();
    client.socket.close();
    await others.isWell();
  });

  it.each(["messages", "pings"])("ends with 1008 where it is a flood of %s", async (what) => {
    const others = await bystander();
    const client = await connectPlain(node, others.anna);
    for (let count = 0; count < 400; count += 1) {
      if (what === "pings") client.socket.ping();
      else client.say("heartbeat");
    }
    expect([1008, 1006]).toContain((await client.closed).code);
    await others.isWell();
  });
});

describe("whatever a tRPC client says", () => {
  it("is answered with an error, harms nobody else and leaves no stack", async () => {
    const others = await bystander();
    for (const some of chunks(corpus.map((text) => (Buffer.byteLength(text) > 16_000 ? text.slice(0, 15_000) : text)), 30)) {
      const raw = await RawTrpc.connect(node, others.anna.token);
      for (const text of some) raw.say(text);
      raw.say(raw.heartbeat(999));
      await raw.until(({ id }) => id === 999);
      expect(raw.texts.join("")).not.toMatch(noInternals);
      expect(raw.frames.find(({ id }) => id === 999)?.error).toBeUndefined();
      raw.socket.close();
      await raw.closed;
    }
    await others.isWell();
  });

  it.each([["nothing that can be read", "rubbish"], ["null", "null"], ["no token", '{"method":"connectionParams","data":null}'], ["a number for a token", '{"method":"connectionParams","data":{"token":1}}'], ["a wrong token", '{"method":"connectionParams","data":{"token":"x"}}']])("is over when it begins with %s", async (_what, first) => {
    const raw = await RawTrpc.connect(node);
    raw.say(first);
    await raw.closed;
    expect(raw.frames.at(0)?.error?.data.code).toMatch(/UNAUTHORIZED|PARSE_ERROR|BAD_REQUEST/);
    expect(raw.texts.join("")).not.toMatch(noInternals);
  });

  it("has to begin with a token within 5 s", async () => {
    const quick = await start({ limits: { authenticateWithinMs: 60 } });
    const { anna } = await player(quick);
    const [silent, proper] = [await RawTrpc.connect(quick), await RawTrpc.connect(quick, anna.token)];
    expect(await silent.closed).toBe(1008);
    proper.say(proper.heartbeat(1));
    await proper.until(({ id }) => id === 1);
    proper.socket.close();
  });

  it("holds at most 10 calls in a batch", async () => {
    const { anna } = await player();
    const raw = await RawTrpc.connect(node, anna.token);
    raw.say(Array.from({ length: 10 }, (_, id) => raw.heartbeat(id)));
    await raw.until(({ id }) => id === 9);
    expect(raw.frames.every(({ error }) => error === undefined)).toBe(true);
    raw.say(Array.from({ length: 11 }, (_, index) => raw.heartbeat(100 + index)));
    await raw.until(({ id }) => id === 110);
    expect(raw.frames.filter(({ error }) => error?.data.reason === "TOO_LARGE").map(({ id }) => id)).toEqual(Array.from({ length: 11 }, (_, index) => 100 + index));
    raw.socket.close();
  });

  it("has at most 8 subscriptions on a socket, and takes another once one is given up", async () => {
    const { anna } = await player();
    const raw = await RawTrpc.connect(node, anna.token);
    const subscribe = (id: number) => ({ id, method: "subscription", params: { path: "live.events" } });
    raw.say(Array.from({ length: 9 }, (_, id) => subscribe(id)));
    expect((await raw.until(({ error }) => error !== undefined)).error?.data.reason).toBe("RATE_LIMITED");
    await raw.until(({ id, result }) => id === 7 && result?.type === "data");
    expect(raw.frames.filter(({ result }) => result?.type === "started")).toHaveLength(8);
    raw.say({ id: 3, method: "subscription.stop" });
    await raw.until(({ id, result }) => id === 3 && result?.type === "stopped");
    raw.say(subscribe(20));
    await raw.until(({ id, result }) => id === 20 && result?.type === "data");
    raw.socket.close();
  });

  it("is limited to 20 messages a second with 40 in reserve, and is a flood far beyond", async () => {
    const others = await bystander();
    const raw = await RawTrpc.connect(node, others.anna.token);
    for (let id = 0; id < 50; id += 1) raw.say(raw.heartbeat(id));
    expect((await raw.until(({ error }) => error !== undefined)).error?.data).toMatchObject({ code: "TOO_MANY_REQUESTS", reason: "RATE_LIMITED" });
    for (let id = 50; id < 400; id += 1) raw.say(raw.heartbeat(id));
    expect(await raw.closed).toBe(1008);
    await others.isWell();
  });

  it("is too big over 16 KiB: 1009", async () => {
    const { anna } = await player();
    const raw = await RawTrpc.connect(node, anna.token);
    raw.say("x".repeat(16 * 1024 + 1));
    expect(await raw.closed).toBe(1009);
  });
});

describe("a peer that is gone", () => {
  it("is dropped after its silence, on either socket; one that answers pings stays", async () => {
    const impatient = await start({ limits: { pingEveryMs: 200, silenceMs: 1_400 } });
    const { anna, ben } = await player(impatient);
    const [deaf, well] = [await connectPlain(impatient, anna, { autoPong: false }), await connectPlain(impatient, ben)];
    const { anna: cleo } = await player(impatient);
    const mute = await RawTrpc.connect(impatient, cleo.token);
    expect((await deaf.closed).code).toBe(1006);
    expect(await mute.closed).toBe(1006);
    expect(mute.texts).toContain("PING");
    expect(well.closedWith).toBeNull();
    well.socket.close();
  });
});

describe("the gate", () => {
  /** The status that a request for a socket gets. */
  async function knock(path: string, headers: Record<string, string> = {}): Promise<number> {
    const asked = request({ host: "127.0.0.1", port: node.port, path, headers: { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", ...headers } });
    asked.end();
    const [reply] = await once(asked, "response");
    reply.resume();
    return reply.statusCode;
  }

  it.each([
    ["/", {}, 404], ["/WS", {}, 404], ["/__proto__", {}, 404], ["/constructor", {}, 404], ["/ws/", {}, 404], ["/%", {}, 404], ["/%00", {}, 404], ["/ws?quizId=%E0%A4%A", {}, 401], ["//", {}, 400], ["/trpc", { host: "a b" }, 400], ["/trpc", { host: "[" }, 400],
    ["/trpc", { origin: "http://evil.test" }, 403], ["/ws", { "sec-websocket-protocol": ",,,token.,quickfire.v1" }, 401], ["/ws", { cookie: "%E0%A4%A=%", authorization: "Bearer" }, 401],
    ["/trpc", { "sec-websocket-key": "short" }, 400], ["/trpc", { "sec-websocket-version": "1" }, 400],
  ])("answers %s with %o by %i", async (path, headers, status) => {
    expect(await knock(path, headers as Record<string, string>)).toBe(status);
  });

  it("says to whoever speaks HTTP only what is spoken here", async () => {
    expect((await fetch(`http://127.0.0.1:${node.port}/ws`)).status).toBe(426);
  });

  it("survives what is no HTTP at all, and peers that vanish in the middle", async () => {
    for (const bytes of ["\u0016\u0003\u0001\u0002", "GET\r\n\r\n", "GET /trpc HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n", "GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"]) {
      const tcp = connectTcp(node.port, "127.0.0.1");
      tcp.on("error", () => undefined);
      await once(tcp, "connect");
      tcp.end(bytes);
      tcp.resume();
      await once(tcp, "close");
    }
    await (await bystander()).isWell();
  });

  it("lets only so many sockets of one address be without a token, and counts behind our own proxy by the client's address", async () => {
    const strict = await start({ limits: { unprovenOfAddress: 2 }, trustedProxies: ["127.0.0.1"] });
    const school = { headers: { "x-forwarded-for": "203.0.113.7" } };
    const waiting = [await RawTrpc.connect(strict, undefined, school), await RawTrpc.connect(strict, undefined, school)];
    const { anna } = await player(strict);
    expect(await refusalOf(strict, anna, school)).toBe(429);
    const elsewhere = await connectPlain(strict, anna, { headers: { "x-forwarded-for": "203.0.113.8" } });
    waiting[0]?.say({ method: "connectionParams", data: { token: anna.token } });
    waiting[0]?.say(waiting[0].heartbeat(1));
    await waiting[0]?.until(({ id }) => id === 1);
    const again = await connectPlain(strict, anna, school);
    for (const { socket } of [...waiting, elsewhere, again]) socket.close();
  });

  it("turns away with 1013 what comes beyond the node's own limit", async () => {
    const small = await start({ limits: { connections: 1 } });
    const { anna, ben } = await player(small);
    const first = await connectPlain(small, anna);
    await first.next("snapshot");
    expect((await (await connectPlain(small, ben)).closed).code).toBe(1013);
    expect(await (await RawTrpc.connect(small, ben.token)).closed).toBe(1013);
    expect(first.closedWith).toBeNull();
    first.socket.close();
  });
});

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
