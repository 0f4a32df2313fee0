import { err, ok, teamStandingSchema, type TeamStanding } from "@quickfire/engine";
import { z } from "zod";
import { changeTeam, readTeams } from "../functions/definitions";
import type { GameStore } from "../game-store.types";
import type { StoreParts } from "./parts";

export const parseTeams = (json: string): TeamStanding[] => z.array(teamStandingSchema).parse(JSON.parse(json));
export const parseSizes = (json: string): number[] => z.array(z.int()).parse(JSON.parse(json));

/** Who is in which team, and what the teams are worth. */
export function createTeams({ call, keysOf, schedule }: StoreParts): Pick<GameStore, "changeTeam" | "teams"> {
  return {
    async changeTeam({ gameId, participantId, team, origin }) {
      const changed = await call(changeTeam, { keys: keysOf(gameId), args: { gameId, participantId, team, origin: JSON.stringify(origin) } });
      if (!changed.ok) return err(changed.error);
      schedule(changed.value.publishAt);
      return ok(null);
    },

    async teams(gameId) {
      const read = await call(readTeams, { keys: keysOf(gameId), args: {} });
      if (!read.ok || read.value.sizes === "") return null;
      return { standings: parseTeams(read.value.rows), sizes: parseSizes(read.value.sizes) };
    },
  };
}
