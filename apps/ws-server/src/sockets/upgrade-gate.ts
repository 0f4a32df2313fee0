import type { IncomingMessage, Server } from "node:http";
import type { BlockList } from "node:net";
import type { Duplex } from "node:stream";
import { addressBlock, clientAddress } from "@quickfire/api/auth";
import type { Origin } from "@quickfire/realtime";
import { type Logger, type Metrics, secondsSince } from "@quickfire/telemetry";
import { KnownOrigins } from "./known-origins";
import { refuseUpgrade } from "./refuse-upgrade";
import { UnprovenCount } from "./unproven-count";

/** A request to become a socket, after the checks that are the same for every door. */
export type Upgrade = {
  request: IncomingMessage;
  transport: Duplex;
  head: Buffer;
  url: URL;
  origin: Origin;
  /** To be called once the socket has proved who it is. */
  proved: () => void;
  refuse: (refusal: Refusal) => void;
};

/** `reason` is for the metrics, `detail` for people. */
type Refusal = { status: number; reason: string; detail: string };

export type Door = (upgrade: Upgrade) => void | Promise<void>;

export type GateOptions = {
  doors: Record<string, Door>;
  isAllowedOrigin: (origin: string | undefined) => boolean;
  trustedProxies: BlockList;
  unprovenOfAddress: number;
  isDraining: () => boolean;
  logger: Logger;
  metrics: Pick<Metrics, "refusedSockets" | "socketSetup">;
};

/** The one way in: what can be told before anything is read from a token or from Redis is told here. */
export function guardUpgrades(server: Server, options: GateOptions): void {
  const unproven = new UnprovenCount(options.unprovenOfAddress);
  const origins = new KnownOrigins();

  server.on("upgrade", (request: IncomingMessage, transport: Duplex, head: Buffer) => {
    // Peers vanish; without a listener that would end the process.
    transport.on("error", () => transport.destroy());
    const askedAt = performance.now();
    const address = clientAddress({ peer: request.socket.remoteAddress, forwardedFor: headerOf(request, "x-forwarded-for"), trusted: options.trustedProxies });
    const refuse = ({ status, reason, detail }: Refusal) => {
      options.metrics.refusedSockets.inc({ reason });
      options.logger.info({ status, detail, ip: address }, "a socket was refused");
      refuseUpgrade(transport, status, detail);
    };
    if (options.isDraining()) return refuse({ status: 503, reason: "draining", detail: "this server is going away: connect again" });
    const url = readUrl(request);
    if (!url) return refuse({ status: 400, reason: "malformed", detail: "the address or the Host header can't be read" });
    const door = Object.hasOwn(options.doors, url.pathname) ? options.doors[url.pathname] : undefined;
    if (!door) return refuse({ status: 404, reason: "unknown_path", detail: "sockets are at /ws and /trpc" });
    if (!options.isAllowedOrigin(request.headers.origin)) return refuse({ status: 403, reason: "origin", detail: "this Origin may not open sockets here" });

    const settled = unproven.admit(addressBlock(address ?? "unknown"));
    if (!settled) return refuse({ status: 429, reason: "too_many_sockets", detail: "too many sockets of this address have not shown a token yet" });
    transport.once("close", settled);
    const proved = () => {
      settled();
      options.metrics.socketSetup.observe({ transport: url.pathname === "/ws" ? "plain" : "trpc" }, secondsSince(askedAt));
    };
    const origin = origins.of(address, headerOf(request, "user-agent")?.slice(0, 300) ?? null);
    Promise.resolve()
      .then(() => door({ request, transport, head, url, origin, proved, refuse }))
      .catch((error: unknown) => {
        options.logger.error({ err: error }, "a door failed");
        if (!transport.destroyed) refuse({ status: 503, reason: "failure", detail: "try again later" });
      });
  });
}

/** Read as the stock handler will read it again: what can't be read there must not get there. */
function readUrl(request: IncomingMessage): URL | null {
  const base = `http://${request.headers.host ?? "localhost"}`;
  return request.url !== undefined && URL.canParse(request.url, base) ? new URL(request.url, base) : null;
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}
