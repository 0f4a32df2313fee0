import type { LiveServices } from "@quickfire/api/game";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { Connection } from "../games/connection";
import type { LiveGames } from "../games/live-games";
import type { Limits } from "../limits";
import { closeCodes } from "./close-codes";
import { countSocket } from "./count-socket";
import { countTurnedAway } from "./count-turned-away";
import type { GuardedSocket } from "./guarded-socket";
import { keepAlive } from "./keep-alive";
import { PlainTalk } from "./plain-talk";
import { chooseSubprotocol, readPlainTicket } from "./plain-ticket";
import { socketOptions } from "./socket-options";
import { turnAwayFull } from "./turn-away-full";
import type { Upgrade } from "./upgrade-gate";

export type PlainDoorOptions = { services: LiveServices; games: LiveGames; limits: Limits; isOverloaded: () => boolean; /** With the newest socket counted. */ isFull: () => boolean; mayOpen: (who: string) => boolean };

/** `/ws`: plain JSON for programs of any language, as the public contract has it. */
export function createPlainDoor({ services, games, limits, isOverloaded, isFull, mayOpen }: PlainDoorOptions) {
  const sockets = new WebSocketServer<typeof GuardedSocket>({ ...socketOptions(limits), handleProtocols: chooseSubprotocol });
  const stopKeepingAlive = keepAlive(sockets.clients, limits);

  return {
    sockets,
    async open(upgrade: Upgrade): Promise<void> {
      const { request, transport, head, url, origin, proved, refuse } = upgrade;
      // Before anything else is done for it.
      if (isOverloaded()) return sockets.handleUpgrade(request, transport, head, (socket) => turnAwayFull(socket, services.metrics));
      const ticket = await readPlainTicket(services, { url, offered: request.headers["sec-websocket-protocol"] });
      if (!ticket.ok) return refuse(ticket.error);
      proved();
      if (!mayOpen(ticket.value.participantId)) return refuse({ status: 429, reason: "too_many_openings", detail: "too many sockets of one participant were opened: wait a moment" });

      sockets.handleUpgrade(request, transport, head, (socket) => {
        // Where there is much to do, reading its ticket has taken a while.
        if (isOverloaded() || isFull()) return turnAwayFull(socket, services.metrics);
        const { gameId, participantId, lastEventId } = ticket.value;
        const connection = new Connection({ socket, claims: { role: "participant", gameId, participantId }, origin, games, mostSubscriptions: 1, metrics: services.metrics });
        const talk = new PlainTalk({ connection, gameId, participantId, services });
        watch(socket, transport, talk);
        // What is said before the feed is open waits in the network.
        socket.pause();
        connection.open(lastEventId).then(
          () => socket.resume(),
          (error: unknown) => {
            services.logger.error({ err: error, gameId, participantId }, "a feed could not be opened");
            socket.resume();
            socket.close(closeCodes.tryLater, "try again later");
          },
        );
      });
    },
    close(): void {
      stopKeepingAlive();
      sockets.close();
    },
  };

  function watch(socket: GuardedSocket, transport: Duplex, talk: PlainTalk): void {
    const { metrics, logger, store } = services;
    countSocket(socket, "plain", metrics);
    socket.watchOver(transport, {
      limits,
      now: () => store.now(),
      onTurnedAway: (message, why) => {
        countTurnedAway(why, metrics);
        talk.turnAway(message, why);
      },
      onBytes: (bytes) => metrics.outgoingBytes.inc(bytes),
    });
    socket.on("message", (message, isBinary) => talk.hear(message, isBinary));
    socket.on("error", (error) => logger.debug({ err: error }, "a peer broke the rules of the protocol"));
  }
}
export type PlainDoor = ReturnType<typeof createPlainDoor>;
