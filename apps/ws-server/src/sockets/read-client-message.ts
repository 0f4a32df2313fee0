import { clientMessageSchemas, err, isPlainSubmission, ok, type AnswerSubmission, type Result } from "@quickfire/engine";
import { z } from "zod";

export type ClientMessage =
  | { type: "answer_submission"; payload: AnswerSubmission }
  | { type: "get_leaderboard"; payload: Record<string, never> }
  | { type: "heartbeat"; payload: { sentAt?: string | number } };

export type Unreadable = { reason: "BAD_MESSAGE" | "UNKNOWN_TYPE"; details: Record<string, unknown> };

const payload = z.record(z.string(), z.unknown()).optional();
const envelope = z.strictObject({ type: z.string().max(64), payload });

const messageSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("answer_submission"), payload: clientMessageSchemas.answer_submission }),
  z.strictObject({ type: z.literal("get_leaderboard"), payload: clientMessageSchemas.get_leaderboard.default({}) }),
  z.strictObject({ type: z.literal("heartbeat"), payload: clientMessageSchemas.heartbeat.default({}) }),
]);

type Answer = Extract<ClientMessage, { type: "answer_submission" }>;

/** `messageSchema` for the usual answer; all else is the schema's. */
function isPlainAnswer(json: unknown): json is Answer {
  if (typeof json !== "object" || json === null || Object.keys(json).length !== 2) return false;
  return "type" in json && json.type === "answer_submission" && "payload" in json && isPlainSubmission(json.payload);
}

/** Reads one message of a plain-JSON socket. What is wrong is named, key by key. */
export function readClientMessage(text: string): Result<ClientMessage, Unreadable> {
  const json = parseJson(text);
  if (!json.ok) return err({ reason: "BAD_MESSAGE", details: { problem: "not JSON" } });
  if (isPlainAnswer(json.value)) return ok(json.value);
  const message = messageSchema.safeParse(json.value);
  if (message.success) return ok(message.data);

  const outline = envelope.safeParse(json.value);
  const known = !outline.success || Object.hasOwn(clientMessageSchemas, outline.data.type);
  if (!known) return err({ reason: "UNKNOWN_TYPE", details: { type: outline.data.type, known: Object.keys(clientMessageSchemas) } });
  return err({ reason: "BAD_MESSAGE", details: { issues: describe(outline.success ? message.error : outline.error) } });
}

function parseJson(text: string): Result<unknown, "not JSON"> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err("not JSON");
  }
}

/** Each unknown key is an issue of its own, at its own path. */
function describe(error: z.core.$ZodError): { path: string; message: string }[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== "unrecognized_keys") return [{ path: path.join("."), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key.slice(0, 64)].join("."), message: `Unknown key "${key.slice(0, 64)}"` }));
  });
}
