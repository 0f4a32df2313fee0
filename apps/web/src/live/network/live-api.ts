import { err, type Result } from "@quickfire/engine/result";
import { attempt, type CallFailure } from "./api-failure";
import { createHttpClient } from "./http-client";
import type { Audience, LiveApi, TokenFailure } from "./live-api.types";
import { openLiveSocket } from "./open-live-socket";

/** A network that swallows requests without a word is noticed, and what was asked is asked again. */
const answersWithinMs = 10_000;
const inTime = () => ({ signal: AbortSignal.timeout(answersWithinMs) });

/** The network of one game, as one who looks at it: a player by their token, the host and the screen by their sign-in. */
export function createLiveApi({ gameId, audience, participantToken }: { gameId: string; audience: Audience; participantToken: string | null }): LiveApi {
  const http = createHttpClient(participantToken);
  const identity = { gameId, participantToken: participantToken ?? undefined };
  return {
    audience,
    fetchToken: async () => {
      const token = await attempt(http.live.token.mutate({ ...identity, as: audience }, inTime()));
      return token.ok ? token : err(tokenFailureOf(token.error, audience));
    },
    openSocket: (options) => openLiveSocket(audience, options),
    fetchSnapshot: async () => reachable(await attempt(http.live.state.query(identity, inTime()))),
    submitAnswer: async (submission) => reachable(await attempt(http.live.answer.mutate(submission, inTime()))),
    fetchBoardPage: async () => reachable(await attempt(http.live.leaderboard.query({ around: "me", limit: 7 }, inTime()))),
  };
}

const reachable = <Value>(result: Result<Value, CallFailure>): Result<Value, "UNREACHABLE"> => (result.ok ? result : err("UNREACHABLE"));

function tokenFailureOf({ reason }: CallFailure, audience: Audience): TokenFailure {
  switch (reason) {
    case "NOT_FOUND":
      return audience === "participant" ? "UNKNOWN_GAME" : "NOT_THE_HOST";
    case "UNAUTHORIZED":
      return audience === "participant" ? "NOT_A_PLAYER" : "NOT_THE_HOST";
    case "FORBIDDEN":
      return audience === "participant" ? "REMOVED" : "NOT_THE_HOST";
    case "ENDED":
      return "ENDED";
    default:
      return "UNREACHABLE";
  }
}
