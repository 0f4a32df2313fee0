import { err, ok, type Result } from "@quickfire/engine/result";
import { TRPCClientError } from "@trpc/client";

/** Why a call to the api failed: its own word for it, or that nothing came back. */
export type CallFailure = { reason: string; field: string | null; message: string; retryAfterSeconds: number | null; /** The end of a block that has one. */ until?: string };

export const unreachable: CallFailure = { reason: "UNREACHABLE", field: null, message: "", retryAfterSeconds: null };

/** A call as a value: what came back, or why nothing did. */
export async function attempt<Value>(call: Promise<Value>): Promise<Result<Value, CallFailure>> {
  try {
    return ok(await call);
  } catch (error) {
    return err(readFailure(error));
  }
}

/** Read with care, since a proxy may have answered in the api's place. */
export function readFailure(error: unknown): CallFailure {
  if (!(error instanceof TRPCClientError)) return unreachable;
  const { data } = error;
  if (!isRecord(data) || typeof data.reason !== "string") return unreachable;
  const [issue] = Array.isArray(data.issues) ? data.issues : [];
  const path = isRecord(issue) && Array.isArray(issue.path) ? issue.path : [];
  return {
    reason: data.reason,
    field: typeof path[0] === "string" ? path[0] : null,
    message: isRecord(issue) && typeof issue.message === "string" ? issue.message : error.message,
    retryAfterSeconds: typeof data.retryAfterSeconds === "number" ? data.retryAfterSeconds : null,
    ...(typeof data.until === "string" ? { until: data.until } : {}),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
