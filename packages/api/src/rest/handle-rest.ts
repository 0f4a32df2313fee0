import type { Logger } from "@quickfire/telemetry";
import { EventStreamReply } from "../boards/event-stream";
import type { HttpContext } from "../context";
import { type Failure, failureOf, Refusal, refuseField } from "../errors";
import type { Incoming } from "../incoming";
import { docsPage } from "./docs-page";
import type { Endpoint, RawInput } from "./endpoint";
import { createPathMatcher } from "./match-path";
import { openApiDocument } from "./open-api";
import { problemOf } from "./problem";
import { readBearer } from "./read-bearer";
import { readJsonBody } from "./read-body";
import { createRestCaller } from "./rest-router";
import { restEndpoints } from "./table";

export const restRoot = "/api/v1";

export type RestDoor = Pick<HttpContext, "services" | "origin" | "addressBlock">;

export type RestSurroundings = {
  webUrl: string;
  logger: Logger;
  /** Reaches for the stores, so it may fail while one of them is away. */
  openDoor: () => Promise<RestDoor>;
  newcomers: NewcomerGate;
};

/** Where those wait, or are turned away, who are not in yet. */
export type NewcomerGate = {
  /** Null for whoever may go on, and has to leave in the end; otherwise what they are told. */
  enter(): Failure | null;
  leave(): void;
};

/** Which of our addresses was called does not matter here. */
const anyOrigin = "http://quickfire.invalid";
const match = createPathMatcher(restEndpoints);

/** Serves the public contract: every path below `/api/v1`, every method, and every failure as problem details. */
export async function handleRest(request: Incoming, { webUrl, logger, openDoor, newcomers }: RestSurroundings): Promise<Response> {
  const url = new URL(request.url, anyOrigin);
  const path = url.pathname.slice(restRoot.length).replace(/\/$/, "");
  const reading = request.method === "GET" || request.method === "HEAD";
  if (reading && path === "/openapi.json") return jsonOf(200, openApiDocument(webUrl));
  if (reading && path === "/docs") return docsPage(openApiDocument(webUrl));

  const known = match(path);
  if (known.length === 0) return problemOf({ code: "NOT_FOUND", detail: `There is no ${path || "/"} in this API` });
  const allow = known.map(({ endpoint }) => endpoint.method).join(", ");
  const method = request.method === "HEAD" ? "GET" : request.method;
  const matched = known.find(({ endpoint }) => endpoint.method === method);
  if (!matched) return problemOf({ code: "METHOD_NOT_ALLOWED" }, { allow });

  try {
    return await serve(matched.endpoint, matched.params, { request, url, newcomers, door: await openDoor() });
  } catch (error) {
    const failure = failureOf(error);
    // What a procedure did not expect is in the log already; this is for what went wrong around it.
    if (failure.code === "INTERNAL") logger.error({ err: error, path }, "a REST request failed");
    return problemOf(failure);
  }
}

async function serve(endpoint: Endpoint, params: Record<string, string>, { request, url, newcomers, door }: { request: Incoming; url: URL; newcomers: NewcomerGate; door: RestDoor }): Promise<Response> {
  const caller = await readBearer(request, endpoint, door);
  const raw: RawInput = {
    params,
    query: queryOf(url.searchParams),
    headers: Object.fromEntries(request.headers.entries()),
    body: endpoint.body ? await readJsonBody(request, endpoint.bodyLimit) : null,
  };
  const run = () => endpoint.run(createRestCaller({ door: "http", ...door, ...caller }), raw);
  const result = await (endpoint.givesWay ? throughGate(newcomers, run) : run());
  if (result.body instanceof EventStreamReply) return result.body;
  if (endpoint.output === null) return new Response(null, { status: endpoint.status, headers: { "cache-control": "no-store" } });
  if (typeof endpoint.output === "string") return fileOf(endpoint.output, result.body, result.headers);
  return jsonOf(endpoint.status, result.body, result.headers);
}

/** Entered only with the whole body in hand, so that nobody who sends slowly keeps others out. */
async function throughGate<Value>(gate: NewcomerGate, work: () => Promise<Value>): Promise<Value> {
  const turnedAway = gate.enter();
  if (turnedAway) throw new Refusal(turnedAway);
  try {
    return await work();
  } finally {
    gate.leave();
  }
}

function queryOf(search: URLSearchParams): Record<string, string> {
  const names = [...search.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuseField([twice], "Given more than once.");
  return Object.fromEntries(search);
}

function jsonOf(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", "cache-control": "no-store", ...headers } });
}

function fileOf(mediaType: string, body: unknown, headers: Record<string, string> = {}): Response {
  const common = { "content-type": `${mediaType}; charset=utf-8`, "cache-control": "no-store", ...headers };
  // What is a stream goes out as it comes, whatever its size.
  if (body instanceof ReadableStream) return new Response(body, { headers: { ...common, "transfer-encoding": "chunked" } });
  return new Response(String(body), { headers: common });
}
