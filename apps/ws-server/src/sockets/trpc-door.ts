import type { Duplex } from "node:stream";
import type { SocketClaims } from "@quickfire/api/auth";
import { failureOf, liveRouter, type LiveServices, presentParticipant, refuse, refuseBlocked, type SocketContext } from "@quickfire/api/game";
import type { SessionId } from "@quickfire/engine";
import type { Origin } from "@quickfire/realtime";
import { applyWSSHandler, type CreateWSSContextFnOptions } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { Connection } from "../games/connection";
import type { LiveGames } from "../games/live-games";
import type { Limits } from "../limits";
import { takeAnswer } from "./answer-shortcut";
import { closeCodes } from "./close-codes";
import { closeSignedOut } from "./close-signed-out";
import { countSocket } from "./count-socket";
import { countTurnedAway } from "./count-turned-away";
import { countUnreadable } from "./count-unreadable";
import { GuardedSocket } from "./guarded-socket";
import { socketOptions } from "./socket-options";
import { refusalFrame, requestIds } from "./trpc-refusal";
import { turnAwayFull } from "./turn-away-full";
import type { Upgrade } from "./upgrade-gate";

export type TrpcDoorOptions = { services: LiveServices; games: LiveGames; limits: Limits; isOverloaded: () => boolean; /** With the newest socket counted. */ isFull: () => boolean; mayOpen: (who: string) => boolean };

/** What a socket brought with it; its connection once it has shown its token. */
type Guest = { origin: Origin; admitted: () => void; connection: Connection | null };

/** `/trpc`: the stock handler of tRPC, over sockets that are watched before it and written to beside it. */
export function createTrpcDoor({ services, games, limits, isOverloaded, isFull, mayOpen }: TrpcDoorOptions) {
  const sockets = new WebSocketServer<typeof GuardedSocket>(socketOptions(limits));
  const guests = new WeakMap<object, Guest>();

  applyWSSHandler({
    wss: sockets,
    router: liveRouter,
    createContext,
    ...countUnreadable(services.metrics),
    keepAlive: { enabled: true, pingMs: limits.pingEveryMs, pongWaitMs: limits.silenceMs - limits.pingEveryMs },
  });

  const stopLooking = closeSignedOut({ sockets: sockets.clients, sessionOf, everyMs: limits.signedOutEveryMs, services });

  return {
    sockets,
    open({ request, transport, head, origin, proved }: Upgrade): void {
      sockets.handleUpgrade(request, transport, head, (socket) => {
        if (isOverloaded() || isFull()) return turnAwayFull(socket, services.metrics);
        const timer = setTimeout(() => {
          services.metrics.refusedSockets.inc({ reason: "no_token" });
          socket.close(closeCodes.barred, "no token was shown");
        }, limits.authenticateWithinMs);
        socket.once("close", () => clearTimeout(timer));
        const admitted = () => {
          clearTimeout(timer);
          proved();
        };
        const guest: Guest = { origin, admitted, connection: null };
        guests.set(socket, guest);
        watch(socket, transport, guest);
        sockets.emit("connection", socket, request);
      });
    },
    close(): void {
      stopLooking();
      sockets.close();
    },
  };

  async function createContext({ res, info }: CreateWSSContextFnOptions): Promise<SocketContext> {
    const guest = guests.get(res);
    if (!guest || !(res instanceof GuardedSocket)) throw new TypeError("a socket came past the door");
    const claims = await readClaims(services, info.connectionParams?.token);
    if (!claims) {
      services.metrics.refusedSockets.inc({ reason: "token" });
      refuse("UNAUTHORIZED", { detail: "The token is missing, wrong or expired" });
    }
    if (!mayOpen(claims.role === "participant" ? claims.participantId : claims.userId)) {
      services.metrics.refusedSockets.inc({ reason: "too_many_openings" });
      refuse("RATE_LIMITED", { retryAfterSeconds: 1 });
    }
    if (claims.role === "participant") await refuseAbsent(res, claims);
    else await refuseBlocked(services, claims);
    if (res.readyState !== res.OPEN) refuse("BUSY");
    guest.admitted();
    const { origin } = guest;
    const connection = new Connection({ socket: res, claims, origin, games, mostSubscriptions: limits.subscriptions, metrics: services.metrics });
    guest.connection = connection;
    return { door: "socket", services, claims, connectionId: connection.connectionId, origin, feed: connection };
  }

  function sessionOf(socket: GuardedSocket): SessionId | undefined {
    const claims = guests.get(socket)?.connection?.claims;
    return claims && claims.role !== "participant" ? claims.sessionId : undefined;
  }

  /** Who is not in the game, not any more, or kept out of all of them. */
  async function refuseAbsent(socket: GuardedSocket, claims: Extract<SocketClaims, { role: "participant" }>): Promise<void> {
    try {
      await presentParticipant(services, claims);
    } catch (error) {
      const { code, detail } = failureOf(error);
      if (code === "FORBIDDEN" || code === "BLOCKED") {
        services.metrics.refusedSockets.inc({ reason: code === "BLOCKED" ? "blocked" : "removed" });
        // Before the handler closes it without a code.
        setImmediate(() => socket.close(closeCodes.barred, code === "BLOCKED" ? detail : "removed from the game"));
      }
      throw error;
    }
  }

  function watch(socket: GuardedSocket, transport: Duplex, guest: Guest): void {
    const { metrics, store } = services;
    countSocket(socket, "trpc", metrics);
    socket.watchOver(transport, {
      limits,
      now: () => store.now(),
      inspect: (message) => (countCalls(message) > limits.callsInBatch ? "TOO_MANY_CALLS" : null),
      take: (message) => takeAnswer(message, socket, guest.connection, services),
      onTurnedAway: (message, why) => {
        countTurnedAway(why, metrics);
        for (const id of requestIds(message.toString())) socket.send(refusalFrame(id, why));
      },
      onBytes: (bytes) => metrics.outgoingBytes.inc(bytes),
    });
  }
}
export type TrpcDoor = ReturnType<typeof createTrpcDoor>;

/** The token of a socket; also that of a participant, so that a program which has joined by REST needs no other. */
async function readClaims({ tokens }: LiveServices, token: string | undefined): Promise<SocketClaims | null> {
  if (token === undefined) return null;
  const claims = await tokens.socket.read(token);
  if (claims) return claims;
  const participant = await tokens.participant.read(token);
  return participant && { role: "participant", ...participant };
}

const bracket = 0x5b;

/** A batch is an array; parsed a second time only then. */
function countCalls(message: Buffer): number {
  return message[0] === bracket ? requestIds(message.toString()).length : 1;
}
