// @vitest-environment node
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createMetrics } from "@quickfire/telemetry";
import { waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doorOf, watchRequests } from "./watch-requests";

const metrics = createMetrics({ service: "test", nodeDefaults: false });
const requests = watchRequests(metrics);
const server = createServer((message, reply) => {
  requests.watch({ message, reply });
  if (message.url === "/api/v1/leaderboard/stream") reply.setHeader("content-type", "text/event-stream").write(": here\n\n");
  else reply.writeHead(message.url === "/api/v1/broken" ? 503 : 200).end();
});
let url = "";
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("the watch over requests", () => {
  it("times each by its door and the class of its status", async () => {
    await fetch(`${url}/api/v1/games`);
    await fetch(`${url}/api/v1/broken`);
    await waitFor(async () => {
      const text = await metrics.registry.metrics();
      return /seconds_count\{[^}]*door="rest"[^}]*status="2xx"[^}]*\} 1/.test(text) && /seconds_count\{[^}]*door="rest"[^}]*status="5xx"[^}]*\} 1/.test(text);
    });
  });

  it("counts a stream of events while it is open, and does not time it", async () => {
    const leave = new AbortController();
    const stream = await fetch(`${url}/api/v1/leaderboard/stream`, { signal: leave.signal });
    expect(stream.status).toBe(200);
    expect(requests.openStreams()).toBe(1);
    leave.abort();
    await waitFor(() => requests.openStreams() === 0);
    expect(await metrics.registry.metrics()).not.toMatch(/status="aborted"/);
  });

  it.each([
    ["/", "page"], ["/join/483920", "page"], ["/api/trpc/public.join.join?batch=1", "trpc"], ["/api/v1/games", "rest"], ["/api/v1", "rest"], ["/api/auth/session", "sign-in"],
    ["/_next/static/chunks/a.js", "asset"], ["/glyphs.svg", "asset"], ["/readyz", "operations"], ["/metrics?x", "operations"],
  ])("says of %s that it is %s", (path, door) => {
    expect(doorOf(path)).toBe(door);
  });
});
