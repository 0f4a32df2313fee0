import { type AnswerResult, type AnswerSubmission, err, ok, type Snapshot } from "@quickfire/engine";
import type { LiveApi, LiveSocket, SocketEnd, SocketToken, TokenFailure } from "../network/live-api.types";
import type { FeedMessage } from "../store/feed-message";

type SocketSetting = "opens" | "never-opens";

/** A network whose every move a test decides: which sockets open, when they break, what answers come back. */
export function createScriptedNetwork({ audience = "participant" as LiveApi["audience"] } = {}) {
  const script = {
    sockets: "opens" as SocketSetting,
    http: "works" as "works" | "down",
    heartbeats: "answered" as "answered" | "silent",
    tokenFailure: null as TokenFailure | null,
    snapshot: null as { id: string; snapshot: Snapshot } | null,
    /** Null: the server stays silent. */
    answer: (submission: AnswerSubmission): AnswerResult | null => ({ questionId: submission.questionId, actionId: submission.actionId, accepted: true }),
  };
  const seen = { tokens: 0, resumedFrom: [] as (string | null)[], overSocket: [] as AnswerSubmission[], overHttp: [] as AnswerSubmission[], polls: 0 };
  let current: { onMessage: (message: FeedMessage) => void; end: (end: SocketEnd) => void } | null = null;

  function openSocket({ lastEventId, onStarted, onMessage }: Parameters<LiveApi["openSocket"]>[0]): LiveSocket {
    seen.resumedFrom.push(lastEventId);
    const { promise: ended, resolve } = deferred<SocketEnd>();
    const broken = ended.then(() => Promise.reject(new Error("the socket closed")));
    broken.catch(() => null);
    const opens = script.sockets === "opens";
    if (opens) {
      current = { onMessage, end: resolve };
      queueMicrotask(onStarted);
    } else queueMicrotask(() => resolve({ started: false, code: null }));
    return {
      ended,
      submitAnswer: (submission) => {
        seen.overSocket.push(submission);
        const result = script.answer(submission);
        return result ? Promise.resolve(result) : broken;
      },
      exchangeHeartbeat: (sentAt) => (script.heartbeats === "answered" ? Promise.resolve(sentAt + 5_000) : broken),
      close: () => resolve({ started: opens, code: null }),
    };
  }

  const api: LiveApi = {
    audience,
    openSocket,
    fetchToken: async () => {
      seen.tokens += 1;
      if (script.http === "down") return err("UNREACHABLE" as const);
      return script.tokenFailure ? err(script.tokenFailure) : ok<SocketToken>({ token: "signed", url: "ws://127.0.0.1" });
    },
    fetchSnapshot: async () => {
      seen.polls += 1;
      return script.http === "works" && script.snapshot ? ok(script.snapshot) : err("UNREACHABLE" as const);
    },
    submitAnswer: async (submission) => {
      seen.overHttp.push(submission);
      const result = script.http === "works" ? script.answer(submission) : null;
      return result ? ok(result) : err("UNREACHABLE" as const);
    },
    fetchBoardPage: async () => err("UNREACHABLE" as const),
  };

  return {
    api,
    script,
    seen,
    say: (message: FeedMessage) => current?.onMessage(message),
    breakSocket: (code: number | null = null) => current?.end({ started: true, code }),
  };
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
