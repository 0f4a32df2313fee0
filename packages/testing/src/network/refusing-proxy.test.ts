import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { type RefusingProxy, startRefusingProxy } from "./refusing-proxy";

let target: Server;
let targetUrl: string;
let proxy: RefusingProxy;
let opened = 0;

beforeEach(async () => {
  opened = 0;
  target = createServer((incoming, outgoing) => {
    outgoing.setHeader("x-method", incoming.method ?? "");
    incoming.pipe(outgoing);
  });
  new WebSocketServer({ server: target }).on("connection", () => void (opened += 1));
  target.listen(0, "127.0.0.1");
  await once(target, "listening");
  targetUrl = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
  proxy = await startRefusingProxy();
});

afterEach(async () => {
  await proxy.close();
  target.closeAllConnections();
  target.close();
});

it("passes a request on with its body, and the reply back", async () => {
  const asked = request(proxy.url, { method: "POST", path: `${targetUrl}/echo` });
  asked.end("an answer");
  const [reply] = await once(asked, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of reply) chunks.push(chunk);
  expect([reply.headers["x-method"], Buffer.concat(chunks).toString(), proxy.refusals()]).toEqual(["POST", "an answer", 0]);
});

it("turns a WebSocket away, whether it comes as an upgrade or through a tunnel", async () => {
  const upgrade = new WebSocket(proxy.url.replace("http", "ws"));
  const [{ message }] = await once(upgrade, "error");
  expect(message).toContain("403");

  const tunnel = request(proxy.url, { method: "CONNECT", path: new URL(targetUrl).host });
  tunnel.end();
  const [reply] = await once(tunnel, "connect");
  expect([reply.statusCode, proxy.refusals(), opened]).toEqual([403, 2, 0]);
});
