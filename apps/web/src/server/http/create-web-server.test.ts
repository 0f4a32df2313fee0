// @vitest-environment node
import { once } from "node:events";
import { type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { createLogger, createMetrics } from "@quickfire/telemetry";
import { waitFor } from "@quickfire/testing";
import { afterEach, describe, expect, it } from "vitest";
import { peerHeader } from "../peer-address";
import { watchRequests } from "../watch-requests";
import { createWebServer, type DirectDoors, type WebServerParts } from "./create-web-server";
import { drainServer } from "./drain-server";

const metrics = createMetrics({ service: "test", nodeDefaults: false });
const logger = createLogger({ service: "test", level: "silent" });
const json = (body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { headers: { "content-type": "application/json", ...headers } });
let server: Server;

async function serve(direct: DirectDoors, more: Partial<WebServerParts> = {}): Promise<string> {
  server = createWebServer({ direct, answerPage: async (_message, reply) => void reply.end("a page"), requests: watchRequests(metrics), logger, metrics, ...more });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe("the server of web", () => {
  it("answers calls itself, and leaves everything else to Next", async () => {
    const url = await serve({ rest: async (given) => json({ method: given.method, url: given.url, body: Buffer.from((await given.readBytes(100)) ?? []).toString(), peer: given.headers.get(peerHeader) }) });
    const called = await fetch(`${url}/api/v1/quizzes/1/join?x`, { method: "POST", body: "{}", headers: { [peerHeader]: "203.0.113.9" } });
    expect(await called.json()).toEqual({ method: "POST", url: "/api/v1/quizzes/1/join?x", body: "{}", peer: "127.0.0.1" });
    for (const path of ["/", "/api/v1x", "/api/auth/session", "//api/v1/x"]) expect(await (await fetch(`${url}${path}`)).text(), path).toBe("a page");
  });

  it("gives each reply the headers of what is no page, unless it brings its own policy", async () => {
    const url = await serve({ rest: async () => json({}), operations: async () => new Response("x", { headers: { "content-security-policy": "default-src 'self'" } }) });
    const { headers } = await fetch(`${url}/api/v1/x`);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'", "x-content-type-options": "nosniff", "x-frame-options": "DENY",
      "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin", "content-length": "2",
    });
    expect((await fetch(`${url}/readyz`)).headers.get("content-security-policy")).toBe("default-src 'self'");
  });

  it("packs long replies for those who take that, and short ones for nobody", async () => {
    const text = "quickfire ".repeat(1_000);
    const url = await serve({ rest: async (given) => json({ text: given.url.endsWith("long") ? text : "short" }) });
    const ask = async (path: string, accepted: string) => {
      const [reply] = (await once(request(`${url}${path}`, { headers: { "accept-encoding": accepted } }).end(), "response")) as [IncomingMessage];
      const chunks: Buffer[] = [];
      for await (const chunk of reply) chunks.push(chunk as Buffer);
      return { encoding: reply.headers["content-encoding"], vary: reply.headers["vary"], bytes: Buffer.concat(chunks) };
    };
    const packed = await ask("/api/v1/long", "br, gzip");
    expect([packed.encoding, packed.vary]).toEqual(["gzip", "accept-encoding"]);
    expect(JSON.parse(gunzipSync(packed.bytes).toString())).toEqual({ text });
    expect(packed.bytes.byteLength).toBeLessThan(200);
    for (const accepted of ["identity", "gzip;q=0", ""]) expect((await ask("/api/v1/long", accepted)).encoding, accepted).toBeUndefined();
    expect((await ask("/api/v1/short", "gzip")).encoding).toBeUndefined();
  });

  it("says of HEAD what it would say of GET, without the body", async () => {
    const url = await serve({ rest: async () => json({ a: 1 }) });
    const head = await fetch(`${url}/api/v1/x`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "7", ""]);
  });

  it("reads no more of a body than is wanted, and still has a reply for whoever sent it", async () => {
    const url = await serve({ rest: async (given) => new Response(null, { status: (await given.readBytes(1_000)) === null ? 413 : 200 }) });
    const post = (body: RequestInit["body"]) => fetch(`${url}/api/v1/x`, { method: "POST", body, duplex: "half" } as RequestInit);
    expect((await post("x".repeat(1_000))).status).toBe(200);
    expect((await post("x".repeat(1_001))).status).toBe(413);
    const unannounced = new ReadableStream({ start: (controller) => { for (let piece = 0; piece < 40; piece += 1) controller.enqueue(new Uint8Array(50)); controller.close(); } });
    expect((await post(unannounced)).status).toBe(413);
  });

  it("answers what a handler throws as a problem, counts it, and goes on", async () => {
    const url = await serve({ rest: () => Promise.reject(new Error("a secret detail")), trpc: () => { throw new Error("at once"); } }, { answerPage: () => Promise.reject(new Error("no page")) });
    for (const path of ["/api/v1/x", "/api/trpc/x", "/"]) {
      const reply = await fetch(`${url}${path}`);
      expect([reply.status, reply.headers.get("content-type")], path).toEqual([500, "application/problem+json"]);
      expect(await reply.text()).not.toContain("secret");
    }
    expect(await metrics.registry.metrics()).toMatch(/quickfire_errors_total\{[^}]*place="http"[^}]*\} 3/);
  });

  it("passes a stream on as it comes, and tells its maker when the caller is gone", async () => {
    let isGone = false;
    const url = await serve({
      trpc: async ({ signal }) => {
        signal.addEventListener("abort", () => (isGone = true));
        return new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(": here\n\n")) }), { headers: { "content-type": "text/event-stream" } });
      },
    });
    const leaving = new AbortController();
    const stream = await fetch(`${url}/api/trpc/live.events`, { signal: leaving.signal });
    const first = await stream.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe(": here\n\n");
    leaving.abort();
    await waitFor(() => isGone);
  });

  it("turns back what is no request, and headers without end", async () => {
    const url = new URL(await serve({ rest: async () => json({}) }));
    const send = async (text: string) => {
      const socket = connect(Number(url.port), url.hostname).on("error", () => undefined);
      socket.write(text);
      const [reply] = (await once(socket, "data")) as [Buffer];
      socket.destroy();
      return reply.toString().split("\r\n")[0];
    };
    expect(await send("nonsense\r\n\r\n")).toBe("HTTP/1.1 400 Bad Request");
    expect(await send(`GET /api/v1/x HTTP/1.1\r\nhost: a\r\nx: ${"y".repeat(17_000)}\r\n\r\n`)).toBe("HTTP/1.1 431 Request Header Fields Too Large");
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 60_000]);
  });
});

describe("a server that stops", () => {
  it("lets what is under way be answered, and takes no new connection", async () => {
    let finish = () => undefined as void;
    const begun = new Promise<void>((resolve) => {
      void serve({ rest: () => new Promise((answer) => ((finish = () => answer(json({}))), resolve())) }).then((url) => (late = fetch(`${url}/api/v1/x`)));
    });
    let late: Promise<Response> = Promise.reject(new Error("not asked yet"));
    late.catch(() => undefined);
    await begun;
    const { port } = server.address() as AddressInfo;
    const drained = drainServer(server, 5_000);
    await expect(fetch(`http://127.0.0.1:${port}/api/v1/y`)).rejects.toThrow();
    finish();
    expect((await late).status).toBe(200);
    await drained;
  });

  it("cuts off what never ends", async () => {
    const url = await serve({ rest: () => new Promise(() => undefined) });
    const cutOff = fetch(`${url}/api/v1/x`).then(() => "answered", () => "cut off");
    await waitFor(async () => (await new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)))) > 0);
    await drainServer(server, 20);
    expect(await cutOff).toBe("cut off");
  });
});
