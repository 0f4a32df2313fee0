import { setImmediate as nextTurn } from "node:timers/promises";
import type { GameId, ParticipantId } from "@quickfire/engine";
import type { GameStore } from "@quickfire/realtime";
import type { Connection } from "./connection";

/** So that answers and pings get their turn while thousands are told. */
const toldATurn = 500;

/** Tells each player their own result: read once for all players of this node. */
export async function tellStandings(store: GameStore, gameId: GameId, players: ReadonlyMap<ParticipantId, Connection>): Promise<void> {
  if (players.size === 0) return;
  const told = [...players];
  const standings = await store.standingsAfterReveal(gameId, told.map(([participantId]) => participantId));
  for (const [index, [participantId, connection]] of told.entries()) {
    const payload = standings.get(participantId);
    if (payload) connection.tell({ type: "your_standing", payload });
    if ((index + 1) % toldATurn === 0) await nextTurn();
  }
}
