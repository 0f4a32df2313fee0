import { z } from "zod";
import { apiScopes, scopeOf } from "../auth";
import { type FailureCode, failures } from "../errors";
import type { Endpoint } from "./endpoint";
import { problemSchema } from "./problem";
import { restEndpoints } from "./table";

type JsonObject = Record<string, unknown>;

/** OpenAPI 3.1, made of the very table that is served. */
export function openApiDocument(webUrl: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Quickfire",
      version: "1",
      description: "Everything that a program outside may rely on. It changes by adding only, so ignore what you don't know.",
    },
    servers: [{ url: `${webUrl}/api/v1` }],
    paths: pathsOf(restEndpoints),
    components: {
      schemas: { Problem: jsonSchemaOf(problemSchema, "output") },
      securitySchemes: {
        accessToken: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "From POST /auth/token; good for 15 minutes" },
        apiKey: { type: "http", scheme: "bearer", description: `Made on the page of the account; good for the scopes that it was given: ${apiScopes.join(", ")}` },
        participantToken: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "From joining; good for the whole game" },
      },
    },
  };
}
export type OpenApiDocument = ReturnType<typeof openApiDocument>;
export type Operation = ReturnType<typeof operationOf>;

function pathsOf(endpoints: readonly Endpoint[]): Record<string, Record<string, Operation>> {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of endpoints) paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  return paths;
}

function operationOf(endpoint: Endpoint) {
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: securityOf(endpoint),
    parameters: [...parametersOf("path", endpoint.params), ...parametersOf("query", endpoint.query), ...parametersOf("header", endpoint.headers)],
    ...(endpoint.body ? { requestBody: { required: !z.safeParse(endpoint.body, {}).success, content: { "application/json": { schema: jsonSchemaOf(endpoint.body, "input") } } } } : {}),
    responses: repliesOf(endpoint),
  };
}

function repliesOf(endpoint: Endpoint): Record<string, JsonObject> {
  return { [endpoint.status]: successOf(endpoint), ...problemsOf(failuresOf(endpoint)) };
}

function securityOf(endpoint: Endpoint): JsonObject[] {
  if (endpoint.auth === "none") return [];
  const scope = scopeOf(endpoint);
  return [
    ...(endpoint.auth === "optional" ? [{}] : []),
    { accessToken: [] },
    ...(scope ? [{ apiKey: [scope] }] : []),
    ...(endpoint.auth === "member" ? [{ participantToken: [] }] : []),
  ];
}

function parametersOf(place: "path" | "query" | "header", schema: z.ZodObject): JsonObject[] {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, "input") as { properties?: Record<string, JsonObject>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name: place === "header" ? headerName(name) : name,
    in: place,
    required: place === "path" || (required.includes(name) && rest["default"] === undefined),
    ...(description ? { description } : {}),
    schema: rest,
  }));
}

const headerName = (name: string) => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

function successOf({ output, summary }: Endpoint): JsonObject {
  if (output === null) return { description: "Done" };
  if (typeof output === "string") return { description: summary, content: { [output]: { schema: { type: "string" } } } };
  return { description: summary, content: { "application/json": { schema: jsonSchemaOf(output, "output") } } };
}

/** Every way in which a call can fail: its own, and those that follow from the shape of its line. */
export function failuresOf(endpoint: Endpoint): FailureCode[] {
  const implied: FailureCode[] = ["INTERNAL", "BUSY"];
  if (endpoint.body || Object.keys(endpoint.query.shape).length > 0) implied.push("INVALID");
  if (endpoint.body) implied.push("MALFORMED", "NOT_JSON", "TOO_LARGE");
  if (endpoint.auth !== "none") implied.push("UNAUTHORIZED", "FORBIDDEN", "RATE_LIMITED", "BLOCKED");
  if (Object.keys(endpoint.params.shape).length > 0) implied.push("NOT_FOUND");
  return [...new Set([...endpoint.failures, ...implied])];
}

function problemsOf(codes: FailureCode[]): Record<string, JsonObject> {
  const byStatus = new Map<number, FailureCode[]>();
  for (const code of codes) byStatus.set(failures[code].status, [...(byStatus.get(failures[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.map((code) => `\`${code}\`: ${failures[code].title}`).join("; "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

/** What can't be said in JSON Schema (a check of ours in code) is left out rather than said wrongly. */
function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return rest;
}
