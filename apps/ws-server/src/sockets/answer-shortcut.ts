import { answerOverSocket, type LiveServices } from "@quickfire/api/game";
import { type AnswerResult, answerSubmissionSchema, isPlainSubmission } from "@quickfire/engine";
import { z } from "zod";
import type { Connection } from "../games/connection";
import type { GuardedSocket } from "./guarded-socket";

/** The end of it: looked for where it stands, and not everywhere. */
const mark = '"path":"live.answer"}}';

/** What the stock client writes for `live.answer`, and nothing else: any other way of saying it goes the usual way. */
const answerCall = z.strictObject({
  id: z.union([z.int(), z.string()]),
  jsonrpc: z.literal("2.0").optional(),
  method: z.literal("mutation"),
  params: z.strictObject({ path: z.literal("live.answer"), input: answerSubmissionSchema }),
});
type AnswerCall = z.infer<typeof answerCall>;

/** `answerCall` for the usual case: the stock client's own three parts around a plain answer. All else is the schema's. */
function isPlainCall(call: unknown): call is AnswerCall {
  if (!hasOnly(call, 3) || !("id" in call && "method" in call && "params" in call)) return false;
  const { id, method, params } = call;
  if (!Number.isSafeInteger(id) || method !== "mutation" || !hasOnly(params, 2)) return false;
  return "path" in params && params.path === "live.answer" && "input" in params && isPlainSubmission(params.input);
}

const hasOnly = (value: unknown, keys: number): value is object => typeof value === "object" && value !== null && Object.keys(value).length === keys;

function readCall(text: string): AnswerCall | null {
  const json = parseJson(text);
  return isPlainCall(json) ? json : (answerCall.safeParse(json).data ?? null);
}

/**
 * The short way of an answer past the stock handler. Everybody answers within the same few seconds, and the promises,
 * middlewares and abort signals that the handler makes for a call cost more than the answer. It takes a well-formed answer of an
 * admitted player and replies in the handler's own bytes; all else it leaves to the handler, errors included: a test holds the
 * two to the same transcript. False where the message was not taken.
 */
export function takeAnswer(message: Buffer, socket: GuardedSocket, connection: Connection | null, services: LiveServices): boolean {
  if (connection?.claims.role !== "participant") return false;
  const text = message.toString();
  const call = text.endsWith(mark) ? readCall(text) : null;
  if (!call) return false;
  const { gameId, participantId } = connection.claims;
  answerOverSocket(
    { services, feed: connection, origin: connection.origin, gameId, participantId },
    call.params.input,
    (result) => socket.writeText(replyTo(call, result)),
    // An answer may be repeated, so the handler can have it now, and say in its own way what is wrong.
    () => socket.passOn(message),
  );
  return true;
}

function replyTo({ id, jsonrpc }: AnswerCall, data: AnswerResult): string {
  const { questionId, actionId, accepted } = data;
  // What nearly all get is put together from its few parts, in half the time.
  const isUsual = typeof id === "number" && jsonrpc === undefined && accepted && actionId !== undefined && Object.keys(data).length === 3;
  if (!isUsual) return JSON.stringify({ id, jsonrpc, result: { type: "data", data } });
  return `{"id":${id},"result":{"type":"data","data":{"questionId":${JSON.stringify(questionId)},"actionId":${JSON.stringify(actionId)},"accepted":true}}}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
