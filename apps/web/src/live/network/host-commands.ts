import type { HostCommandName, Phase } from "@quickfire/engine";
import { attempt } from "./api-failure";
import { createHttpClient } from "./http-client";

export type Moved = { phase: Phase; round: number; seq: number };

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
    remove: (participantId: string) => attempt(http.game.removeParticipant.mutate({ gameId, participantId })),
  };
}
