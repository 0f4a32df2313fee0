import type { GameId, ParticipantId } from "@quickfire/engine";
import { connectParticipants, disconnectParticipants, keepPresent } from "../functions/definitions";
import type { GameStore } from "../game-store.types";
import { createGathering } from "../gathering";
import type { StoreParts } from "./parts";

/** As many as one call takes. */
const signsACall = 1_000;
const connectionsACall = 200;

type Socket = { participantId: ParticipantId; connectionId: string };

/** Who is there: what the open sockets of all nodes say. Those that open or close together are told of in one call. */
export function createPresence({ call, keysOf, schedule }: StoreParts): Pick<GameStore, "connected" | "disconnected" | "stillConnected"> {
  const tellOf = (definition: typeof connectParticipants | typeof disconnectParticipants) =>
    createGathering<Socket, null>({
      largest: connectionsACall,
      work: async (gameId: GameId, each) => {
        const told = await call(definition, { keys: keysOf(gameId), args: { gameId }, each });
        if (told.ok) schedule(told.value.publishAt);
        return each.map(() => null);
      },
    });
  const connect = tellOf(connectParticipants);
  const disconnect = tellOf(disconnectParticipants);

  return {
    async connected({ gameId, participantId, connectionId }) {
      await connect(gameId, { participantId, connectionId });
    },

    async disconnected({ gameId, participantId, connectionId }) {
      await disconnect(gameId, { participantId, connectionId });
    },

    async stillConnected(gameId, participantIds) {
      for (let from = 0; from < participantIds.length; from += signsACall) {
        const each = participantIds.slice(from, from + signsACall).map((participantId) => ({ participantId }));
        await call(keepPresent, { keys: keysOf(gameId), args: { gameId }, each });
      }
    },
  };
}
