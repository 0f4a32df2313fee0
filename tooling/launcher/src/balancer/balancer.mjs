import { createServer, request } from "node:http";
import { connect } from "node:net";

/**
 * @typedef {{ host: string, port: number }} Address
 */

/**
 * Several ws-servers behind one port. Each new socket goes to the next node in turn, and on to the one after where a node is
 * away or says that it is full; from then on its bytes are passed through untouched.
 *
 * @param {{ nodes: readonly Address[], patienceMs?: number }} options `patienceMs` is how long a node may take for its first word
 */
export function createBalancer({ nodes, patienceMs = 5_000 }) {
  let turn = 0;
  /** @returns {Address[]} all nodes, the one whose turn it is first */
  const takeTurn = () => {
    const first = turn;
    turn = (turn + 1) % nodes.length;
    return [...nodes.slice(first), ...nodes.slice(0, first)];
  };

  const server = createServer((incoming, outgoing) => {
    if (incoming.url === "/readyz") {
      outgoing.end("ready\n");
      return;
    }
    passRequest(incoming, outgoing, takeTurn());
  });
  server.on("upgrade", (incoming, socket, head) => {
    const client = /** @type {import("node:net").Socket} */ (socket);
    client.on("error", () => client.destroy());
    client.setNoDelay(true);
    const opening = Buffer.concat([Buffer.from(writeHead(incoming)), head]);
    void passSocket({ client, opening, candidates: takeTurn(), patienceMs });
  });
  return server;
}

/**
 * The request as it came, with the address of who sent it at the end of X-Forwarded-For.
 *
 * @param {import("node:http").IncomingMessage} incoming
 */
function writeHead(incoming) {
  const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index] ?? "";
    if (name.toLowerCase() !== "x-forwarded-for") lines.push(`${name}: ${incoming.rawHeaders[index + 1]}`);
  }
  lines.push(`X-Forwarded-For: ${forwardedFor(incoming)}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** @param {import("node:http").IncomingMessage} incoming */
function forwardedFor(incoming) {
  const before = incoming.headers["x-forwarded-for"];
  const address = incoming.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "unknown";
  return before === undefined ? address : `${before}, ${address}`;
}

/**
 * @param {{ client: import("node:net").Socket, opening: Buffer, candidates: readonly Address[], patienceMs: number }} options
 */
async function passSocket({ client, opening, candidates, patienceMs }) {
  for (const [index, candidate] of candidates.entries()) {
    const opened = await openAt(candidate, { opening, patienceMs });
    if (client.destroyed) {
      opened?.node.destroy();
      return;
    }
    const isLast = index === candidates.length - 1;
    if (opened === null || (saysItIsFull(opened.first) && !isLast)) {
      opened?.node.destroy();
      continue;
    }
    join(client, opened);
    return;
  }
  client.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
}

/**
 * @param {Address} address
 * @param {{ opening: Buffer, patienceMs: number }} options
 * @returns {Promise<{ node: import("node:net").Socket, first: Buffer } | null>} null where the node is away
 */
function openAt(address, { opening, patienceMs }) {
  return new Promise((resolve) => {
    const node = connect({ ...address, noDelay: true }, () => node.write(opening));
    const giveUp = () => {
      node.destroy();
      resolve(null);
    };
    const timer = setTimeout(giveUp, patienceMs);
    node.once("data", (first) => {
      node.pause();
      resolve({ node, first });
    });
    node.on("error", giveUp);
    node.once("close", giveUp);
    node.once("data", () => clearTimeout(timer));
    node.once("close", () => clearTimeout(timer));
  });
}

/** @param {Buffer} first of an answer: `HTTP/1.1 503 …` */
function saysItIsFull(first) {
  return first.subarray(9, 12).toString("latin1") === "503";
}

/**
 * @param {import("node:net").Socket} client
 * @param {{ node: import("node:net").Socket, first: Buffer }} opened
 */
function join(client, { node, first }) {
  client.write(first);
  client.pipe(node);
  node.pipe(client);
  // Neither end outlives the other.
  client.once("close", () => node.destroy());
  node.once("close", () => client.destroySoon());
  if (node.destroyed) client.destroySoon();
}

/**
 * @param {import("node:http").IncomingMessage} incoming
 * @param {import("node:http").ServerResponse} outgoing
 * @param {readonly Address[]} candidates
 */
function passRequest(incoming, outgoing, candidates) {
  const [candidate, ...others] = candidates;
  if (candidate === undefined) {
    outgoing.writeHead(503, { "Retry-After": "1" }).end();
    return;
  }
  const headers = { ...incoming.headers, "x-forwarded-for": forwardedFor(incoming) };
  const passed = request({ ...candidate, method: incoming.method, path: incoming.url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.once("error", () => {
    // Only what has not begun may begin again elsewhere.
    if (outgoing.headersSent || incoming.readableDidRead) outgoing.destroy();
    else passRequest(incoming, outgoing, others);
  });
  incoming.once("aborted", () => passed.destroy());
  if (incoming.method === "GET" || incoming.method === "HEAD") passed.end();
  else incoming.pipe(passed);
}
