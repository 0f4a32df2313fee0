import { TRPCError } from "@trpc/server";
import { z } from "zod";

/** Every expected failure: its status, tRPC's word for it, and what people are told unless the place knows better. */
export const failures = {
  INVALID: { status: 422, trpc: "UNPROCESSABLE_CONTENT", title: "What was sent does not validate" },
  MALFORMED: { status: 422, trpc: "PARSE_ERROR", title: "The body is not valid JSON" },
  KEY_REUSED: { status: 422, trpc: "UNPROCESSABLE_CONTENT", title: "This idempotency key was used with another body" },
  NOT_PLAYABLE: { status: 422, trpc: "UNPROCESSABLE_CONTENT", title: "The quiz can't be played yet" },
  UNAUTHORIZED: { status: 401, trpc: "UNAUTHORIZED", title: "Sign in first" },
  FORBIDDEN: { status: 403, trpc: "FORBIDDEN", title: "This account may not do that" },
  BLOCKED: { status: 403, trpc: "FORBIDDEN", title: "You are blocked here for the time being" },
  PROTECTED: { status: 409, trpc: "CONFLICT", title: "An admin can't be blocked; take the role away first" },
  NOT_FOUND: { status: 404, trpc: "NOT_FOUND", title: "There is no such thing here" },
  METHOD_NOT_ALLOWED: { status: 405, trpc: "METHOD_NOT_SUPPORTED", title: "The path does not know this method" },
  SIGN_IN_AGAIN: { status: 403, trpc: "FORBIDDEN", title: "Sign in once more, then do this" },
  WRONG_PASSWORD: { status: 422, trpc: "UNPROCESSABLE_CONTENT", title: "This is not the password of the account" },
  LINK_SPENT: { status: 409, trpc: "CONFLICT", title: "This link is not valid, was used already, or is too old" },
  OWN_ACCESS: { status: 409, trpc: "CONFLICT", title: "Admins don't take their own role or their own sign-in" },
  TOO_MANY: { status: 409, trpc: "CONFLICT", title: "There are as many as there can be" },
  EMAIL_TAKEN: { status: 409, trpc: "CONFLICT", title: "There is an account with this e-mail address" },
  NAME_TAKEN: { status: 409, trpc: "CONFLICT", title: "Someone in this game has this name" },
  TEAM_FULL: { status: 409, trpc: "CONFLICT", title: "This team has too many players already; take another" },
  PATTERN_NEEDED: { status: 409, trpc: "CONFLICT", title: "This game asks for the pattern on its big screen" },
  PATTERN_WRONG: { status: 409, trpc: "CONFLICT", title: "The big screen shows another pattern by now" },
  LOCKED: { status: 409, trpc: "CONFLICT", title: "The game is locked" },
  FULL: { status: 409, trpc: "CONFLICT", title: "The game is full" },
  ENDED: { status: 409, trpc: "CONFLICT", title: "The game has ended" },
  NO_ATTEMPT_LEFT: { status: 409, trpc: "CONFLICT", title: "There is no attempt left" },
  UNDER_WAY: { status: 409, trpc: "CONFLICT", title: "An attempt is under way" },
  WRONG_PHASE: { status: 409, trpc: "CONFLICT", title: "The game is in a phase where this does not apply" },
  STALE: { status: 409, trpc: "CONFLICT", title: "Something changed in between" },
  TOO_LARGE: { status: 413, trpc: "PAYLOAD_TOO_LARGE", title: "The body is too large" },
  NOT_JSON: { status: 415, trpc: "UNSUPPORTED_MEDIA_TYPE", title: "Send JSON, as application/json" },
  RATE_LIMITED: { status: 429, trpc: "TOO_MANY_REQUESTS", title: "Too many tries; wait a moment" },
  BUSY: { status: 503, trpc: "SERVICE_UNAVAILABLE", title: "Busy at the moment; try again" },
  INTERNAL: { status: 500, trpc: "INTERNAL_SERVER_ERROR", title: "Something went wrong on our side" },
} as const;
export type FailureCode = keyof typeof failures;

export type Issue = { path: (string | number)[]; message: string };

/** A failure as callers see it, over whatever door they came. */
export type Failure = { code: FailureCode; detail?: string; issues?: Issue[]; retryAfterSeconds?: number; /** Of a block; null is for good. */ until?: string | null };

/** A bundler may put this file into several bundles of one process, each with a class of its own; the mark is one for all. */
const mark = Symbol.for("quickfire.refusal");

/** An expected failure on its way out of a procedure. */
export class Refusal extends TRPCError {
  readonly failure: Failure;
  readonly [mark] = true;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && mark in value;
  }

  constructor(failure: Failure) {
    const known = failures[failure.code];
    super({ code: known.trpc, message: failure.detail ?? known.title });
    this.failure = failure;
  }
}

export function refuse(code: FailureCode, more: Omit<Failure, "code"> = {}): never {
  throw new Refusal({ code, ...more });
}

/** Names what is wrong with one field of the input, as validation would have. */
export function refuseField(path: (string | number)[], message: string): never {
  throw new Refusal({ code: "INVALID", issues: [{ path, message }] });
}

/** The one way in for what callers send: parsed, or refused with an issue for each thing that is wrong. */
export function parseOrRefuse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  return parsed.success ? parsed.data : refuse("INVALID", { issues: issuesOf(parsed.error) });
}

/**
 * The one mapping from whatever was thrown to what a caller is told. Of the unexpected nobody outside learns more than that;
 * something of our own that does not parse is as unexpected as any other bug.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) return error.failure;
  if (isAway(error)) return { code: "BUSY", retryAfterSeconds: 1 };
  if (!(error instanceof TRPCError)) return { code: "INTERNAL" };
  if (error.cause instanceof Refusal) return error.cause.failure;
  if (error.code === "BAD_REQUEST" && error.cause instanceof z.core.$ZodError) return { code: "INVALID", issues: issuesOf(error.cause) };
  return { code: codeOfTrpc(error) };
}

/** Each unknown key is an issue of its own, at its own path. */
function issuesOf(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key], message: `Unknown key "${key}"` }));
  });
}

function codeOfTrpc(error: TRPCError): FailureCode {
  switch (error.code) {
    case "PARSE_ERROR":
      return "MALFORMED";
    case "BAD_REQUEST":
      return "INVALID";
    default:
      return failureCodes.find((code) => failures[code].trpc === error.code && failures[code].status !== 409) ?? "INTERNAL";
  }
}

const failureCodes = Object.keys(failures) as FailureCode[];

/**
 * Redis or Postgres can't be reached, or can't serve right now: it may work in a moment. Told by the flag of our own errors,
 * or by what drivers put into `code`, however deep it is wrapped.
 */
function isAway(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 6; current = current.cause, depth += 1) {
    if ("retryable" in current && current.retryable === true) return true;
    if ("code" in current && typeof current.code === "string" && awayCodes.test(current.code)) return true;
  }
  return false;
}

/** Of the network, of postgres.js, and the SQLSTATE classes for connections, resources and shutdown. */
const awayCodes = /^(?:ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|CONNECT_TIMEOUT|CONNECTION_|(?:08|53|57|58)[0-9A-Z]{3}$)/;
