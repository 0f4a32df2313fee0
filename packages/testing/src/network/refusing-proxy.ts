import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

export type RefusingProxy = {
  /** What a browser is told to go through. */
  url: string;
  /** How many upgrades and tunnels were asked for, and turned away. */
  refusals: () => number;
  close: () => Promise<void>;
};

/** A proxy as some schools have it: pages and plain requests pass, and whatever would become a WebSocket is turned away. */
export async function startRefusingProxy(): Promise<RefusingProxy> {
  let refusals = 0;
  const server = createServer(passOn);
  const refuse = (_: IncomingMessage, socket: Duplex) => {
    refusals += 1;
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  };
  // A browser asks for a tunnel before it opens a socket; other clients send the upgrade itself.
  server.on("connect", refuse);
  server.on("upgrade", refuse);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    refusals: () => refusals,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A client names the whole address to a proxy, and the path alone to the server behind it. */
function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = "" } = incoming;
  if (!URL.canParse(url)) {
    outgoing.writeHead(400).end();
    return;
  }
  const onward = request(new URL(url), { method, headers });
  onward.on("response", (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
    reply.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
