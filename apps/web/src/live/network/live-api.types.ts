import type { AnswerResult, AnswerSubmission, Result, Snapshot, Standing } from "@quickfire/engine";
import type { ConnectionRefusal } from "../store/connection-slice";
import type { FeedMessage } from "../store/feed-message";

/** Who looks at a game. A host's connection hears who still thinks; a screen's what may stand on a wall. */
export type Audience = "participant" | "host" | "screen";

export type SocketToken = { token: string; url: string };
export type TokenFailure = "UNREACHABLE" | "REMOVED" | ConnectionRefusal;

/** How a socket came to its end. `started` says that the feed had begun; a code is null where the network gave none. */
export type SocketEnd = { started: boolean; code: number | null };

/** One connection, from its first try to its end: it does not connect again by itself. */
export type LiveSocket = {
  ended: Promise<SocketEnd>;
  /** Rejects when the connection breaks before the server has answered. */
  submitAnswer: (submission: AnswerSubmission) => Promise<AnswerResult>;
  /** The server's time, in ms. */
  exchangeHeartbeat: (sentAt: number) => Promise<number>;
  close: () => void;
};

export type BoardPage = { items: Standing[]; total: number };

/** The network as the live game needs it. Nothing here waits for a second try: that is the effects' business. */
export type LiveApi = {
  audience: Audience;
  fetchToken: () => Promise<Result<SocketToken, TokenFailure>>;
  openSocket: (options: {
    token: SocketToken;
    lastEventId: string | null;
    onStarted: () => void;
    onMessage: (message: FeedMessage) => void;
  }) => LiveSocket;
  /** The same as a socket's first message, over HTTP. */
  fetchSnapshot: () => Promise<Result<{ id: string; snapshot: Snapshot }, "UNREACHABLE">>;
  submitAnswer: (submission: AnswerSubmission) => Promise<Result<AnswerResult, "UNREACHABLE">>;
  /** The page of the board around oneself. */
  fetchBoardPage: () => Promise<Result<BoardPage, "UNREACHABLE">>;
};
