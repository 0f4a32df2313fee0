import { EventEmitter, on } from "node:events";
import { createServer } from "node:http";
import { initTRPC, tracked } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { serveFanout, type Told } from "./fanout-server";

/** The stock handler of tRPC as its documentation shows it: an async generator over the events of an emitter, each tracked. */
const emitter = new EventEmitter();
emitter.setMaxListeners(0);

const t = initTRPC.create();
const router = t.router({
  events: t.procedure.input(z.object({ lastEventId: z.string().nullish() }).optional()).subscription(async function* ({ signal }) {
    for await (const [told] of on(emitter, "told", { signal })) {
      const { id, event } = told as { id: string; event: Told };
      yield tracked(id, event);
    }
  }),
});

const server = createServer();
applyWSSHandler({ wss: new WebSocketServer({ server, perMessageDeflate: false }), router });

serveFanout({
  server,
  subscribers: () => emitter.listenerCount("told"),
  tell: (events) => {
    for (const event of events) emitter.emit("told", event);
  },
});
