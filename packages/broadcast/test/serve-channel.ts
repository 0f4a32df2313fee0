import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { initTRPC, TRPCError } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocket, WebSocketServer } from "ws";
import { broadcast, Channel, LiveSocket, type Subscription } from "../src";

export type Event = { type: string; n?: number };

const t = initTRPC.context<{ via: unknown }>().create({ isDev: false });
/** In place of a schema library, which this package does not need. */
function resumable(input: unknown): { lastEventId?: string } | undefined {
  return typeof input === "object" && input !== null && "lastEventId" in input ? { lastEventId: String(input.lastEventId) } : undefined;
}

function createTestRouter(channel: Channel<Event>, subscriptions: Subscription<Event>[]) {
  return t.router({
    events: t.procedure.input(resumable).subscription(({ ctx, input, signal }) => {
      const snapshot = async () => ({ id: channel.log.head ? `${channel.log.head.epoch}.${channel.log.head.number}` : "e1.0", event: { type: "snapshot" } });
      const subscription = broadcast<Event>(ctx.via, channel, { after: input?.lastEventId, snapshot, signal });
      subscriptions.push(subscription);
      return subscription;
    }),
    wrapped: t.procedure.subscription(async function* ({ ctx }) {
      for await (const event of broadcast(ctx.via, channel, { snapshot: async () => ({ id: "e1.0", event: { type: "snapshot" } }) })) yield { event };
    }),
    unlucky: t.procedure.subscription(({ ctx }) => broadcast(ctx.via, channel, { snapshot: () => Promise.reject(new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "no snapshot" })) })),
    refused: t.procedure.subscription((): AsyncIterable<string> => {
      throw new TRPCError({ code: "FORBIDDEN", message: "not you" });
    }),
    echo: t.procedure.input((input: unknown) => String(input)).mutation(({ input }) => input),
  });
}
export type TestRouter = ReturnType<typeof createTestRouter>;

/** A real server with the stock tRPC handler; `live` says whether its sockets are ours or those of `ws`. */
export async function serveChannel({ live, port = 0, channel = new Channel<Event>() }: { live: boolean; port?: number; channel?: Channel<Event> }) {
  const subscriptions: Subscription<Event>[] = [];
  const transports: Duplex[] = [];
  const sockets = new WebSocketServer({ noServer: true, WebSocket: live ? LiveSocket : WebSocket });
  const handler = applyWSSHandler({ wss: sockets, router: createTestRouter(channel, subscriptions), createContext: ({ res }) => ({ via: res }) });
  const server = createServer();
  server.on("upgrade", (request, transport, head) => {
    sockets.handleUpgrade(request, transport, head, (socket) => {
      transports.push(transport);
      if (socket instanceof LiveSocket) socket.bindTransport(transport);
      sockets.emit("connection", socket, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    channel,
    subscriptions,
    sockets,
    transports,
    port: address.port,
    url: `ws://127.0.0.1:${address.port}`,
    notifyReconnect: handler.broadcastReconnectNotification,
    async close(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type ServedChannel = Awaited<ReturnType<typeof serveChannel>>;
