import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { serveFanout } from "./fanout-server";

/** `ws` and nothing else: the frame is built once and the same bytes go to every socket. What Node can do at best. */
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
const transports = new Set<Duplex>();
const server = createServer();
server.on("upgrade", (request, transport, head) => {
  sockets.handleUpgrade(request, transport, head, (socket) => {
    transports.add(transport);
    socket.once("close", () => transports.delete(transport));
  });
});

function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const header = payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([header, payload]);
}

serveFanout({
  server,
  subscribers: () => transports.size,
  tell: (events) => {
    for (const { id, event } of events) {
      const frame = frameOf(JSON.stringify({ id, data: event }));
      for (const transport of transports) transport.write(frame);
    }
  },
});
