import { connectParticipant, disconnectParticipant, keepPresent } from "../functions/definitions";
import type { GameStore } from "../game-store.types";
import type { StoreParts } from "./parts";

/** As many as one call takes. */
const signsACall = 1_000;

/** Who is there: what the open sockets of all nodes say. */
export function createPresence({ call, keysOf, schedule }: StoreParts): Pick<GameStore, "connected" | "disconnected" | "stillConnected"> {
  return {
    async connected({ gameId, participantId, connectionId }) {
      const connected = await call(connectParticipant, { keys: keysOf(gameId), args: { gameId, participantId, connectionId } });
      if (connected.ok) schedule(connected.value.publishAt);
    },

    async disconnected({ gameId, participantId, connectionId }) {
      const disconnected = await call(disconnectParticipant, { keys: keysOf(gameId), args: { gameId, participantId, connectionId } });
      if (disconnected.ok) schedule(disconnected.value.publishAt);
    },

    async stillConnected(gameId, participantIds) {
      for (let from = 0; from < participantIds.length; from += signsACall) {
        const each = participantIds.slice(from, from + signsACall).map((participantId) => ({ participantId }));
        await call(keepPresent, { keys: keysOf(gameId), args: { gameId }, each });
      }
    },
  };
}
