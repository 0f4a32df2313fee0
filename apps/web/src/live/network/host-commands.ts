import type { HostCommandName, OwnTime, Phase } from "@quickfire/engine";
import type { AppRouter } from "@quickfire/api";
import type { inferRouterOutputs } from "@trpc/server";
import { attempt } from "./api-failure";
import { createHttpClient } from "./http-client";

export type Moved = { phase: Phase; round: number; seq: number };

export type Swarm = inferRouterOutputs<AppRouter>["game"]["swarm"];

/** What a host does to a game, over HTTP with their sign-in. `expectedSeq` lets a doubled click move the game once. */
export function createHostCommands(gameId: string) {
  const http = createHttpClient();
  return {
    command: (command: HostCommandName, { expectedSeq, seconds }: { expectedSeq: number; seconds?: number }) =>
      attempt<Moved>(http.game.command.mutate({ gameId, command, seconds, expectedSeq })),
    changeTeam: (participantId: string, team: number) => attempt(http.game.changeTeam.mutate({ gameId, participantId, team })),
    /** Without a name the game gives a friendly one. */
    rename: (participantId: string, participantName?: string) => attempt(http.game.renameParticipant.mutate({ gameId, participantId, participantName })),
    earlierRounds: () => attempt(http.game.earlierRounds.query({ gameId })),
    /** Null shows the present again. */
    showResult: (round: number | null) => attempt(http.game.showResult.mutate({ gameId, round })),
    /** Who looks like a bot. */
    swarm: () => attempt(http.game.swarm.query({ gameId })),
    /** Removes some hundred of those who were shown; `left` says how many are to go. */
    purgeSwarm: (asOf: number) => attempt(http.game.purgeSwarm.mutate({ gameId, asOf })),
    giveTime: (participantId: string, percent: OwnTime) => attempt(http.game.giveTime.mutate({ gameId, participantId, percent })),
    addBots: (count: number) => attempt(http.game.addBots.mutate({ gameId, count })),
    removeBots: () => attempt(http.game.removeBots.mutate({ gameId })),
    remove: (participantId: string) => attempt(http.game.removeParticipant.mutate({ gameId, participantId })),
  };
}
