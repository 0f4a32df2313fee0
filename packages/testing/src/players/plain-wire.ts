import { type AnswerResult, answerResultSchema, type AnswerSubmission } from "@quickfire/engine";
import { WebSocket } from "ws";
import { z } from "zod";
import type { OpenWire, WireEnd } from "./wire.types";

const messageSchema = z.object({ type: z.string(), id: z.string().optional(), payload: z.record(z.string(), z.unknown()) });

/** How long a server may take to let somebody in. */
const opensWithinMs = 5_000;

/** The plain-JSON socket of the public contract. */
export const openPlainWire: OpenWire = ({ ticket, lastEventId, onOpen, onMessage }) => {
  const url = new URL(ticket.wsUrl);
  url.searchParams.set("quizId", ticket.gameId);
  url.searchParams.set("participantId", ticket.participantId);
  if (lastEventId !== undefined) url.searchParams.set("lastEventId", lastEventId);
  const socket = new WebSocket(url, ["quickfire.v1", `token.${ticket.token}`], { handshakeTimeout: opensWithinMs, perMessageDeflate: false });
  const waiting = new Map<string, (result: AnswerResult | null) => void>();
  let opened = false;
  let status: number | null = null;

  const ended = new Promise<WireEnd>((resolve) => {
    socket.once("close", (code) => {
      for (const settle of waiting.values()) settle(null);
      waiting.clear();
      // 1005 and 1006 say that no code came.
      resolve({ opened, code: code === 1005 || code === 1006 ? null : code, status });
    });
  });
  socket.on("error", () => undefined);
  socket.once("unexpected-response", (_request, reply) => {
    status = reply.statusCode ?? 0;
    reply.resume();
    socket.terminate();
  });
  socket.once("open", () => {
    opened = true;
    onOpen();
  });
  socket.on("message", (text) => {
    const message = messageSchema.parse(JSON.parse(String(text)));
    if (message.type === "answer_result") settle(answerResultSchema.parse(message.payload));
    onMessage(message);
  });

  function settle(result: AnswerResult): void {
    const key = result.actionId ?? result.questionId;
    waiting.get(key)?.(result);
    waiting.delete(key);
  }

  return {
    ended,
    submit(submission: AnswerSubmission) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(null);
      return new Promise((resolve) => {
        waiting.set(submission.actionId ?? submission.questionId, resolve);
        socket.send(JSON.stringify({ type: "answer_submission", payload: submission }));
      });
    },
    close: () => socket.close(),
    cut: () => socket.terminate(),
  };
};
