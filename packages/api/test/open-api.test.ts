import { describe, expect, it } from "vitest";
import { restEndpoints } from "../src/rest";
import { useApi } from "./support/use-api";

const api = useApi();

type Schema = { $ref?: string; properties?: Record<string, Schema>; required?: string[]; additionalProperties?: boolean; enum?: string[]; [key: string]: unknown };
type Operation = {
  operationId: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
};
type Document = { openapi: string; servers: { url: string }[]; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema>; securitySchemes: Record<string, object> } };

const read = async () => (await api().rest().get<Document>("/openapi.json")).body;
const refsIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null ? [] : Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [String(inner)] : refsIn(inner)));

describe("the OpenAPI document", () => {
  it("describes every endpoint, each once, below the public address", async () => {
    const document = await read();
    expect(document.openapi).toBe("3.1.0");
    expect(document.servers).toEqual([{ url: "http://localhost:3000/api/v1" }]);
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(described.sort()).toEqual(restEndpoints.map(({ method, path }) => `${method} ${path}`).sort());
    const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("points at nothing that is not in it", async () => {
    const document = await read();
    for (const ref of refsIn(document)) expect(document.components.schemas, ref).toHaveProperty([ref.replace("#/components/schemas/", "")]);
    for (const methods of Object.values(document.paths)) {
      for (const { security } of Object.values(methods)) for (const scheme of security.flatMap((one) => Object.keys(one))) expect(document.components.securitySchemes).toHaveProperty([scheme]);
    }
  });

  it("names each path's parameters, and says of each failure what it is", async () => {
    const { paths } = await read();
    for (const [path, methods] of Object.entries(paths)) {
      for (const { parameters, responses } of Object.values(methods)) {
        expect(parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
        for (const [status, reply] of Object.entries(responses)) {
          expect(reply.description.length, `${path} ${status}`).toBeGreaterThan(3);
          const types = Object.keys(reply.content ?? {});
          expect(types.includes("application/problem+json"), `${path} ${status}`).toBe(Number(status) >= 400);
        }
      }
    }
  });

  it("says the truth about bodies: what is needed, what may be left out, that nothing else is known", async () => {
    const { paths } = await read();
    const bodyOf = (path: string) => paths[path]?.["post"]?.requestBody;
    expect(bodyOf("/auth/token")).toMatchObject({ required: true, content: { "application/json": { schema: { required: ["email", "password"], additionalProperties: false } } } });
    expect(bodyOf("/games/{gameId}/start")?.required).toBe(false);
    expect(bodyOf("/games")?.content["application/json"]?.schema.properties?.["settings"]?.properties).toHaveProperty("speedWeight");
    expect(bodyOf("/quizzes")?.content["application/json"]?.schema.required).toEqual(["title", "questions"]);
    expect(paths["/quizzes/{quizId}/join"]?.["post"]?.parameters.map(({ name, required }) => [name, required])).toEqual([["quizId", true], ["Idempotency-Key", false]]);
  });
});

describe("its page", () => {
  it("shows every path and every code of a problem, without a script and without another host", async () => {
    const page = await api().rest().get<string>("/docs");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    for (const { method, path } of restEndpoints) expect(page.text).toContain(`<code>${method} ${path}</code>`);
    expect(page.text).toContain('id="NAME_TAKEN"');
    expect(page.text).not.toMatch(/<script|onload=|<link|<img|src=/);
    expect(page.text.match(/https?:\/\/[^"<\s]+/g)?.filter((url) => !url.startsWith("http://localhost:3000") && !url.includes("json-schema.org"))).toEqual([]);
    expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'; style-src 'sha256-[^']+'/);
  });
});
