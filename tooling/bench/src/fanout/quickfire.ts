import { createServer } from "node:http";
import { broadcast, Channel, LiveSocket } from "@quickfire/broadcast";
import { initTRPC } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { serveFanout, type Told } from "./fanout-server";

/** `packages/broadcast` under the stock handler of tRPC. */
type Event = Told | { type: "snapshot" };

const channel = new Channel<Event>();
const t = initTRPC.context<{ via: unknown }>().create();
const router = t.router({
  events: t.procedure
    .input(z.object({ lastEventId: z.string().nullish() }).optional())
    .subscription(({ ctx, input, signal }) => broadcast<Event>(ctx.via, channel, { after: input?.lastEventId, signal, snapshot: async () => ({ id: newest, event: { type: "snapshot" } }) })),
});
let newest = "bench.0";

const sockets = new WebSocketServer({ noServer: true, WebSocket: LiveSocket, perMessageDeflate: false, clientTracking: false });
applyWSSHandler({ wss: sockets, router, createContext: ({ res }) => ({ via: res }) });
const server = createServer();
server.on("upgrade", (request, transport, head) => {
  sockets.handleUpgrade(request, transport, head, (socket) => {
    socket.bindTransport(transport);
    sockets.emit("connection", socket, request);
  });
});

serveFanout({
  server,
  subscribers: () => channel.readers,
  tell: (events) => {
    for (const { id, event } of events) {
      newest = id;
      channel.publish(event, { id });
    }
  },
});
