import { z } from "zod";

/**
 * Redis could not do its part. `retryable` says whether the same call may succeed later; every call of this package is safe
 * to repeat, also one whose outcome is unknown.
 */
export class InfrastructureError extends Error {
  override readonly name = "InfrastructureError";
  readonly retryable: boolean;

  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
  }
}

/**
 * Redis is there, but what it holds has yet to be compared with Postgres, or is being rebuilt. Nothing was read or changed; the
 * same call will do in a moment.
 */
export class RecoveringError extends InfrastructureError {
  constructor(operation: string) {
    super(`${operation}: this part of Redis has not been compared with Postgres yet`, { retryable: true });
  }
}

/** Replies of a Redis that is up, but can't serve right now: loading, read-only after a failover, full, without its replicas. */
const passingReplies = /^(?:LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|BUSY|OOM|MISCONF|UNBLOCKED)\b/;

/** What no retry will change: a bug of ours, or keys of another program. */
const isLasting = (error: Error): boolean => error instanceof z.ZodError || (error.name === "ReplyError" && !passingReplies.test(error.message));

/** The client hangs the whole command on its errors; what it carries (names, addresses, answers) must not get into a log. */
function withoutCommand({ name, message, stack }: Error): Error {
  return Object.assign(new Error(message), { name, stack });
}

export function toInfrastructureError(operation: string, cause: unknown): InfrastructureError {
  if (cause instanceof InfrastructureError) return cause;
  const error = cause instanceof Error ? cause : new Error(String(cause));
  return new InfrastructureError(`${operation}: ${error.message}`, { retryable: !isLasting(error), cause: withoutCommand(error) });
}

/** A plain command, with its failure as ours. */
export async function asked<Reply>(operation: string, reply: Promise<Reply>): Promise<Reply> {
  try {
    return await reply;
  } catch (cause) {
    throw toInfrastructureError(operation, cause);
  }
}
