import type { Result } from "@quickfire/engine/result";
import type { CallFailure } from "../network/api-failure";
import type { Joined, JoinRequest } from "./join-api";

export const retries = 3;
const retryAfterMs = 1_000;

type Surroundings = {
  join: (request: JoinRequest) => Promise<Result<Joined, CallFailure>>;
  wait: (ms: number) => Promise<void>;
  /** Called before each further try, counted from 1; where the server says when to come, with that. */
  onRetry: (retry: number, inSeconds: number | null) => void;
};

/**
 * A join that fails for the network is tried again, three times, a second apart, or when a server with too much to do says: under
 * one idempotency key, so that a join whose answer was lost is not made twice. A refusal is an answer, and stands.
 */
export async function joinWithRetries(request: JoinRequest & { idempotencyKey: string }, { join, wait, onRetry }: Surroundings): Promise<Result<Joined, CallFailure>> {
  for (let retry = 0; ; retry++) {
    const joined = await join(request);
    if (joined.ok || !mayPass(joined.error) || retry === retries) return joined;
    const { retryAfterSeconds } = joined.error;
    onRetry(retry + 1, retryAfterSeconds);
    await wait(retryAfterSeconds === null ? retryAfterMs : retryAfterSeconds * 1_000);
  }
}

const mayPass = ({ reason }: CallFailure): boolean => reason === "UNREACHABLE" || reason === "BUSY" || reason === "INTERNAL";
