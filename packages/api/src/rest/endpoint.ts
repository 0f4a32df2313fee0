import { z } from "zod";
import { type FailureCode, parseOrRefuse, refuse } from "../errors";
import type { RestCaller } from "./rest-router";

/**
 * Who may call: `optional` is for anyone, but a bearer counts where there is one; `account` is anybody with an account, `user` one who may
 * write; `member` is a participant or the host.
 */
export type RestAuth = "none" | "optional" | "account" | "user" | "member";
export type RestMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What arrived, before anything of it was looked at. */
export type RawInput = { params: Record<string, string>; query: unknown; headers: unknown; body: unknown };

/** One line of the public contract: enough to serve it, to document it and to test it. */
export type Endpoint = {
  method: RestMethod;
  /** `/games/{gameId}`, below `/api/v1`. */
  path: string;
  operationId: string;
  summary: string;
  tag: string;
  auth: RestAuth;
  params: z.ZodObject;
  query: z.ZodObject;
  headers: z.ZodObject;
  body: z.ZodType | null;
  bodyLimit: number;
  /** Whether its callers are the first who are turned away when the process can't keep up. */
  givesWay: boolean;
  status: 200 | 201 | 204;
  /** What a success looks like: a schema for JSON, a media type for a file, null for nothing at all. */
  output: z.ZodType | string | null;
  /** Failures of this endpoint's own, beside those that follow from the rest of the line. */
  failures: readonly FailureCode[];
  run(caller: RestCaller, raw: RawInput): Promise<RestResult>;
};

export type RestResult = { body: unknown; headers?: Record<string, string> };

export const kibibyte = 1024;
const none = z.strictObject({});

/** Fills in what most lines have in common, and ties the types of the schemas to those of the call. */
export function defineEndpoint<
  Params extends z.ZodObject = typeof none,
  Query extends z.ZodObject = typeof none,
  Headers extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodNull,
>(line: {
  method: RestMethod;
  path: string;
  operationId: string;
  summary: string;
  tag: string;
  auth: RestAuth;
  params?: Params;
  query?: Query;
  headers?: Headers;
  body?: Body;
  bodyLimit?: number;
  givesWay?: boolean;
  status?: Endpoint["status"];
  output: Endpoint["output"];
  failures?: readonly FailureCode[];
  call(caller: RestCaller, input: { params: z.output<Params>; query: z.output<Query>; headers: z.output<Headers>; body: z.output<Body> }): Promise<RestResult>;
}): Endpoint {
  const params = line.params ?? none;
  const query = line.query ?? none;
  const headers = line.headers ?? z.object({});
  const body = line.body ?? null;
  return {
    ...line,
    params,
    query,
    headers,
    body,
    bodyLimit: line.bodyLimit ?? 256 * kibibyte,
    givesWay: line.givesWay ?? false,
    status: line.status ?? 200,
    failures: line.failures ?? [],
    run: (caller, raw) =>
      line.call(caller, {
        params: parseParams(params, raw.params) as z.output<Params>,
        query: parseOrRefuse(query, raw.query) as z.output<Query>,
        headers: parseOrRefuse(headers, raw.headers) as z.output<Headers>,
        body: (body ? parseOrRefuse(body, raw.body) : null) as z.output<Body>,
      }),
  };
}

/** An id that can't be one names nothing, exactly like one that is not there. */
function parseParams(schema: z.ZodObject, raw: unknown): unknown {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : refuse("NOT_FOUND");
}
