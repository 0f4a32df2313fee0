import type { GameId, ParticipantId } from "@quickfire/engine";
import type { GameStore } from "@quickfire/realtime";
import type { Connection } from "./connection";

/** Tells each player their own result: read once for all players of this node. */
export async function tellStandings(store: GameStore, gameId: GameId, players: ReadonlyMap<ParticipantId, Connection>): Promise<void> {
  if (players.size === 0) return;
  const told = [...players];
  const standings = await store.standingsAfterReveal(gameId, told.map(([participantId]) => participantId));
  for (const [participantId, connection] of told) {
    const payload = standings.get(participantId);
    if (payload) connection.tell({ type: "your_standing", payload });
  }
}
