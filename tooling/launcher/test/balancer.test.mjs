import { once } from "node:events";
import { createServer, get, request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createBalancer } from "../src/balancer/balancer.mjs";
import { findFreePort } from "../src/ports.mjs";

/**
 * A node that takes every socket, says its name and the address it was told, and then sends back what it gets.
 *
 * @param {string} name
 */
async function startNode(name) {
  let isFull = false;
  const server = createServer((incoming, outgoing) => outgoing.end(`${name} ${incoming.method} ${incoming.url} ${incoming.headers["x-forwarded-for"]}`));
  server.on("upgrade", (incoming, socket) => {
    if (isFull) {
      socket.end("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Node: ${name}\r\nX-Seen: ${incoming.headers["x-forwarded-for"]} ${incoming.headers.host} ${incoming.url}\r\n\r\n`);
    socket.on("error", () => {});
    socket.pipe(socket);
  });
  const port = await listen(server);
  return { name, port, host: "127.0.0.1", close: () => new Promise((resolve) => server.close(resolve)), fill: () => (isFull = true) };
}

/** @param {import("node:http").Server} server */
async function listen(server) {
  const port = await findFreePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return port;
}

/** @param {readonly { host: string, port: number }[]} nodes @param {{ patienceMs?: number }} [options] */
async function startBalancer(nodes, options) {
  return listen(createBalancer({ nodes, ...options }));
}

/**
 * @param {number} port
 * @param {Record<string, string>} [headers]
 */
async function open(port, headers = {}) {
  const opening = request({ agent: false, port, host: "127.0.0.1", path: "/ws?quizId=1", headers: { Connection: "Upgrade", Upgrade: "websocket", ...headers } });
  opening.end();
  const event = await Promise.race([once(opening, "upgrade"), once(opening, "response")]);
  const [answer, socket] = event;
  if (socket) onTestFinished(() => void socket.destroy());
  else answer.resume();
  return { status: answer.statusCode, node: answer.headers["x-node"], seen: answer.headers["x-seen"], socket };
}

describe("the balancer", () => {
  it("gives each new socket to the next node, in turn", async () => {
    const nodes = [await startNode("a"), await startNode("b")];
    const port = await startBalancer(nodes);
    const opened = [await open(port), await open(port), await open(port), await open(port)];
    expect(opened.map(({ node }) => node)).toEqual(["a", "b", "a", "b"]);
  });

  it("passes bytes on untouched, both ways", async () => {
    const port = await startBalancer([await startNode("a")]);
    const { socket } = await open(port);
    const sent = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 256));
    socket.write(sent);
    const received = [];
    let length = 0;
    for await (const chunk of socket) {
      received.push(chunk);
      length += chunk.length;
      if (length === sent.length) break;
    }
    expect(Buffer.concat(received).equals(sent)).toBe(true);
  });

  it("goes on to the next node where one is away, and one that is full", async () => {
    const [first, second, third] = [await startNode("a"), await startNode("b"), await startNode("c")];
    const port = await startBalancer([first, second, third]);
    await first.close();
    second.fill();
    for (let tries = 0; tries < 3; tries += 1) expect((await open(port)).node).toBe("c");
  });

  it("goes on where a node takes connections and says nothing", async () => {
    const silent = createServer();
    silent.on("upgrade", () => {});
    const node = await startNode("b");
    const port = await startBalancer([{ host: "127.0.0.1", port: await listen(silent) }, node], { patienceMs: 100 });
    expect((await open(port)).node).toBe("b");
  });

  it("refuses where all nodes are away, and passes on that all are full", async () => {
    const node = await startNode("a");
    const port = await startBalancer([node]);
    node.fill();
    expect((await open(port)).status).toBe(503);
    await node.close();
    expect((await open(port)).status).toBe(503);
    const [answer] = await once(get({ port, host: "127.0.0.1", path: "/" }), "response");
    expect(answer.statusCode).toBe(503);
  });

  it("puts the sender's address after what the sender claims, and leaves the rest as it was", async () => {
    const port = await startBalancer([await startNode("a")]);
    expect((await open(port, { Host: "quiz.example" })).seen).toBe("127.0.0.1 quiz.example /ws?quizId=1");
    expect((await open(port, { "X-Forwarded-For": "203.0.113.9", Host: "quiz.example" })).seen).toBe("203.0.113.9, 127.0.0.1 quiz.example /ws?quizId=1");
  });

  it("passes plain requests too, and is ready itself", async () => {
    const port = await startBalancer([await startNode("a")]);
    const fetched = await fetch(`http://127.0.0.1:${port}/openapi`, { method: "POST", body: "x" });
    expect(await fetched.text()).toBe("a POST /openapi 127.0.0.1");
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  });

  it("closes a socket whose node dies, and tells the node of a client that is gone", async () => {
    const sockets = /** @type {import("node:stream").Duplex[]} */ ([]);
    const server = createServer();
    server.on("upgrade", (_incoming, socket) => {
      sockets.push(socket);
      socket.on("error", () => {});
      socket.on("end", () => socket.end());
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    });
    const port = await startBalancer([{ host: "127.0.0.1", port: await listen(server) }]);
    const first = await open(port);
    sockets[0]?.destroy();
    first.socket.resume();
    await once(first.socket, "close");
    const second = await open(port);
    const closed = once(sockets[1] ?? server, "close");
    sockets[1]?.resume();
    second.socket.destroy();
    await closed;
  });

  it("lives on when a client sends nonsense or goes in the middle", async () => {
    const port = await startBalancer([await startNode("a")]);
    for (const text of ["nonsense\r\n\r\n", "GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"]) {
      const client = connect({ port, host: "127.0.0.1" });
      client.on("error", () => {});
      client.write(text);
      client.resetAndDestroy();
      await once(client, "close");
    }
    expect((await open(port)).node).toBe("a");
  });
});
