import type { GameState } from "@quickfire/engine";
import { refuseField } from "../errors";

/** The team that a newcomer asks for, if the game lets them; without one the game deals it, as it lets them in. */
export function askedTeam({ settings: { teams, teamChoice } }: GameState["facts"], asked: number | undefined): number | undefined {
  if (asked === undefined) return undefined;
  if (teams === undefined) return refuseField(["team"], "This game has no teams.");
  if (teamChoice === "dealt") return refuseField(["team"], "This game deals the teams.");
  return existingTeam(teams, asked);
}

export const existingTeam = (teams: number, asked: number): number => (asked <= teams ? asked : refuseField(["team"], `This game has teams 1 to ${teams}.`));
