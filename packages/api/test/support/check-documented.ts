import { expect } from "vitest";
import { z } from "zod";
import { failures } from "../../src";
import { restEndpoints } from "../../src/rest";
import { createPathMatcher } from "../../src/rest/match-path";
import { failuresOf } from "../../src/rest/open-api";
import { problemSchema } from "../../src/rest/problem";

const match = createPathMatcher(restEndpoints);

/** The operations that were seen to succeed, so that a test can say that none was left out. */
export const seenToSucceed = new Set<string>();

type Reply = { method: string; path: string; status: number; contentType: string | null; body: unknown };

/** Holds every single reply in these tests against the document that is published: what it may say, and nothing beside. */
export function checkDocumented({ method, path, status, contentType, body }: Reply): void {
  const operation = match(path.split("?")[0] ?? "").find(({ endpoint }) => endpoint.method === method)?.endpoint;
  const what = `${method} ${path} answered ${status}`;
  if (status >= 400) {
    expect(contentType, what).toBe("application/problem+json");
    const problem = problemSchema.parse(body);
    expect(problem.status).toBe(status);
    const documented = operation ? failuresOf(operation) : (["NOT_FOUND", "METHOD_NOT_ALLOWED"] as const);
    expect(documented, what).toContain(problem.code);
    expect(failures[problem.code as keyof typeof failures].status).toBe(status);
    return;
  }
  if (!operation) return;
  expect(status, what).toBe(operation.status);
  seenToSucceed.add(operation.operationId);
  if (operation.output === null) expect(body, what).toBe("");
  else if (typeof operation.output === "string") expect(contentType, what).toContain(operation.output);
  // A schema lets go of what it does not know; the reply must hold nothing of that kind.
  else expect(body, what).toEqual(z.parse(operation.output, body));
}
