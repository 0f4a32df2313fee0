import type { GameId, ParticipantId } from "@quickfire/engine";
import type { GameStore } from "@quickfire/realtime";
import type { Connection } from "./connection";

/**
 * Tells each player their own result: looked up for the players of this node alone, some hundred at a time, so that answers and pings
 * get their turn between. `after` is the event with which it is to leave; without it each leaves at once.
 */
export async function tellStandings(store: GameStore, gameId: GameId, players: ReadonlyMap<ParticipantId, Connection>, after?: string): Promise<void> {
  if (players.size === 0) return;
  const told = new Map(players);
  for await (const part of store.standingsAfterReveal(gameId, [...told.keys()])) {
    for (const [participantId, payload] of part) told.get(participantId)?.tell({ type: "your_standing", payload }, { after });
  }
}
