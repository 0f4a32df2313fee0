import { answerOverSocket, type LiveServices } from "@quickfire/api/game";
import { answerSubmissionSchema } from "@quickfire/engine";
import { z } from "zod";
import type { Connection } from "../games/connection";
import type { GuardedSocket } from "./guarded-socket";

const mark = '"path":"live.answer"';

/** What the stock client writes for `live.answer`, and nothing else: any other way of saying it goes the usual way. */
const answerCall = z.strictObject({
  id: z.union([z.int(), z.string()]),
  jsonrpc: z.literal("2.0").optional(),
  method: z.literal("mutation"),
  params: z.strictObject({ path: z.literal("live.answer"), input: answerSubmissionSchema }),
});
type AnswerCall = z.infer<typeof answerCall>;

/**
 * The short way of an answer past the stock handler. Everybody answers within the same few seconds, and the promises,
 * middlewares and abort signals that the handler makes for a call cost more than the answer. It takes a well-formed answer of an
 * admitted player and replies in the handler's own bytes; all else it leaves to the handler, errors included: a test holds the
 * two to the same transcript. False where the message was not taken.
 */
export function takeAnswer(message: Buffer, socket: GuardedSocket, { connection, services }: { connection: Connection | undefined; services: LiveServices }): boolean {
  if (connection?.claims.role !== "participant" || !message.includes(mark)) return false;
  const call = answerCall.safeParse(parseJson(message));
  if (!call.success) return false;
  const { gameId, participantId } = connection.claims;
  answerOverSocket({ services, feed: connection, origin: connection.origin, gameId, participantId }, call.data.params.input).then(
    (result) => socket.writeText(replyTo(call.data, result)),
    // An answer may be repeated, so the handler can have it now, and say in its own way what is wrong.
    () => socket.passOn(message),
  );
  return true;
}

function replyTo({ id, jsonrpc }: AnswerCall, data: object): string {
  return JSON.stringify({ id, jsonrpc, result: { type: "data", data } });
}

function parseJson(message: Buffer): unknown {
  try {
    return JSON.parse(message.toString());
  } catch {
    return undefined;
  }
}
