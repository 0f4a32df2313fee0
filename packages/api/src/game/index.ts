export { answerOverSocket } from "./answer-over-socket";
export type { LiveFeed, LiveMessage } from "./live-feed";
export { liveOverHttp } from "./live-over-http";
export { type LiveRouter, liveRouter } from "./live-router";
export { leaderboardRequest, readLeaderboard } from "./read-leaderboard";
export { type ReceivedAnswer, submitAnswer } from "./submit-answer";
export type { LiveServices, SocketContext } from "../context";
export { type Failure, failureOf, failures, Refusal, refuse } from "../errors";
