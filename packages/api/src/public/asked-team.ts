import type { GameState } from "@quickfire/engine";
import { refuseField } from "../errors";
import type { WebServices } from "../context";

/** Up to so many people are counted team by team; beyond, dealing them in turn is as even. */
const countedUpTo = 500;

/** The team that was asked for, or the smallest one; none in a game without teams. */
export async function pickTeam(services: Pick<WebServices, "store">, game: GameState["facts"], wanted: number | undefined): Promise<number | undefined> {
  const { teams } = game.settings;
  if (teams === undefined) return wanted === undefined ? undefined : refuseField(["team"], "This game has no teams.");
  if (wanted !== undefined) return wanted <= teams ? wanted : refuseField(["team"], `This game has teams 1 to ${teams}.`);
  const total = (await services.store.overview(game.gameId))?.participants ?? 0;
  if (total > countedUpTo) return (total % teams) + 1;
  const members = await services.store.participants(game.gameId);
  return smallestTeam(teams, members.flatMap(({ removed, team }) => (removed || team === undefined ? [] : [team])));
}

/** The team with the fewest members; of several, the first. */
export function smallestTeam(teams: number, members: readonly number[]): number {
  const sizes = Array.from({ length: teams }, (_, index) => members.filter((team) => team === index + 1).length);
  return sizes.indexOf(Math.min(...sizes)) + 1;
}
