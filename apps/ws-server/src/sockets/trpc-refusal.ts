import { type Failure, failures } from "@quickfire/api/game";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { z } from "zod";
import type { Turned } from "./guarded-socket";

type RequestId = string | number | null;
const identified = z.object({ id: z.union([z.string(), z.number()]) });

/** The requests of one frame, as far as they say who they are; null for what is no batch and no request. */
export function requestIds(text: string): RequestId[] {
  try {
    const json: unknown = JSON.parse(text);
    const ids = (Array.isArray(json) ? json : [json]).map((request) => identified.safeParse(request).data?.id ?? null);
    return ids.length === 0 ? [null] : ids;
  } catch {
    return [null];
  }
}

const refusals: Record<Turned, Failure> = {
  RATE_LIMITED: { code: "RATE_LIMITED", detail: "Too many messages: wait a moment", retryAfterSeconds: 1 },
  TOO_DEEP: { code: "MALFORMED", detail: "The message is nested too deeply" },
  TOO_MANY_CALLS: { code: "TOO_LARGE", detail: "There are too many calls in one batch" },
};

/** The frame by which the stock handler would refuse a request, in the form that our error formatter gives it. */
export function refusalFrame(id: RequestId, why: Turned): string {
  const { code: reason, detail, retryAfterSeconds } = refusals[why];
  const { trpc, status } = failures[reason];
  return JSON.stringify({ id, error: { message: detail, code: TRPC_ERROR_CODES_BY_KEY[trpc], data: { code: trpc, httpStatus: status, reason, retryAfterSeconds } } });
}
