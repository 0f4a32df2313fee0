import type { Logger } from "@quickfire/telemetry";
import type { HttpContext } from "../context";
import { failureOf, refuseField } from "../errors";
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

/** `openDoor` reaches for the stores, so it may fail while one of them is away. */
export type RestSurroundings = { webUrl: string; logger: Logger; openDoor: () => Promise<RestDoor> };

const match = createPathMatcher(restEndpoints);

/** Serves the public contract: every path below `/api/v1`, every method, and every failure as problem details. */
export async function handleRest(request: Request, { webUrl, logger, openDoor }: RestSurroundings): Promise<Response> {
  const url = new URL(request.url);
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
    return await serve(matched.endpoint, matched.params, { request, url, door: await openDoor() });
  } catch (error) {
    const failure = failureOf(error);
    // What a procedure did not expect is in the log already; this is for what went wrong around it.
    if (failure.code === "INTERNAL") logger.error({ err: error, path }, "a REST request failed");
    return problemOf(failure);
  }
}

async function serve(endpoint: Endpoint, params: Record<string, string>, { request, url, door }: { request: Request; url: URL; door: RestDoor }): Promise<Response> {
  const caller = await readBearer(request, endpoint.auth, door.services);
  const raw: RawInput = {
    params,
    query: queryOf(url.searchParams),
    headers: Object.fromEntries(request.headers),
    body: endpoint.body ? await readJsonBody(request, endpoint.bodyLimit) : null,
  };
  const result = await endpoint.run(createRestCaller({ door: "http", ...door, ...caller }), raw);
  if (endpoint.output === null) return new Response(null, { status: endpoint.status, headers: { "cache-control": "no-store" } });
  if (typeof endpoint.output === "string") return fileOf(endpoint.output, String(result.body), result.headers);
  return jsonOf(endpoint.status, result.body, result.headers);
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

function fileOf(mediaType: string, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { headers: { "content-type": `${mediaType}; charset=utf-8`, "cache-control": "no-store", ...headers } });
}
