import { createServer, type Server } from "node:http";
import type { AddressInfo, BlockList } from "node:net";
import type { LiveServices } from "@quickfire/api/game";
import type { EventHub } from "@quickfire/realtime";
import { type ProcessLoad, watchLoad } from "@quickfire/telemetry";
import type { AnswersShown } from "./games/answers-shown";
import { LiveGames } from "./games/live-games";
import { defaultLimits, type Limits } from "./limits";
import { drainSockets } from "./sockets/drain-sockets";
import { createOriginCheck } from "./sockets/allowed-origins";
import type { GuardedSocket } from "./sockets/guarded-socket";
import { OpeningBudget } from "./sockets/opening-budget";
import { createPlainDoor } from "./sockets/plain-door";
import { createTrpcDoor } from "./sockets/trpc-door";
import { guardUpgrades } from "./sockets/upgrade-gate";

export type LiveNodeOptions = {
  services: LiveServices;
  hub: EventHub;
  /** Only where traces are wanted. */
  shown?: AnswersShown;
  /** Addresses of the pages that may open sockets. */
  origins: readonly string[];
  trustedProxies: BlockList;
  limits?: Partial<Limits>;
  /** How many answers wait for Redis. */
  pendingAnswers?: () => number;
};

export type LiveNode = {
  listen(port: number, host: string): Promise<number>;
  /** Sends everybody elsewhere and lets nobody new in; done when the last one is gone, or after `withinMs`. */
  drain(withinMs: number): Promise<void>;
  sockets(): GuardedSocket[];
  load: ProcessLoad;
};

/** The live edge without its process: what serves sockets, given the services behind them. */
export function createLiveNode({ services, hub, shown, origins, trustedProxies, limits: changed, pendingAnswers = () => 0 }: LiveNodeOptions): LiveNode {
  const limits: Limits = { ...defaultLimits, ...changed };
  let isDraining = false;
  const load = watchLoad({ limits: limits.load, waiting: pendingAnswers, onChange: (level) => services.logger.warn({ load: level }, "the load of this node has changed") });
  const openings = new OpeningBudget(limits.openings);
  const games = new LiveGames({ ...services, hub, shown, load, lingerMs: limits.lingerMs, saving: limits.saving, isDraining: () => isDraining }, limits.presenceEveryMs);

  /** Who is in stays in; who comes now is better off elsewhere, or a little later. */
  const isOverloaded = (): boolean => {
    const overloaded = load.level() === "overloaded";
    if (overloaded) services.metrics.shed.inc({ what: "sockets" });
    return overloaded;
  };
  const isFull = (): boolean => plain.sockets.clients.size + trpc.sockets.clients.size > limits.connections;
  const mayOpen = (who: string): boolean => openings.take(who, performance.now());
  const plain = createPlainDoor({ services, games, limits, isOverloaded, isFull, mayOpen });
  const trpc = createTrpcDoor({ services, games, limits, isOverloaded, isFull, mayOpen });
  const server = createHttpServer();
  guardUpgrades(server, {
    doors: { "/ws": plain.open, "/trpc": trpc.open },
    isAllowedOrigin: createOriginCheck(origins),
    trustedProxies,
    unprovenOfAddress: limits.unprovenOfAddress,
    isDraining: () => isDraining,
    logger: services.logger,
    metrics: services.metrics,
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),

    load,

    sockets: () => [...plain.sockets.clients, ...trpc.sockets.clients],

    async drain(withinMs) {
      isDraining = true;
      load.stop();
      server.close();
      await drainSockets({ plain: plain.sockets.clients, trpc: trpc.sockets.clients }, withinMs);
      plain.close();
      trpc.close();
      games.close();
      server.closeAllConnections();
    },
  };
}

/** Nothing but upgrades is served here, and nobody may be slow about asking for one. */
function createHttpServer(): Server {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000, keepAliveTimeout: 1_000 }, (_request, reply) => {
    reply.writeHead(426, { "content-type": "text/plain", connection: "close", upgrade: "websocket" }).end("This port speaks WebSocket, at /ws and /trpc.\n");
  });
  server.maxHeadersCount = 60;
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    else socket.destroy();
  });
  return server;
}
