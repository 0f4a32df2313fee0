import type { FailureCode } from "@quickfire/api";
import { vi } from "vitest";

/** What the server says to one call: a value, or a refusal thrown by `refusal`. */
export type FakeProcedures = Record<string, (input: never) => unknown>;

class FakeRefusal extends Error {
  readonly reason: FailureCode;
  readonly issues?: { path: (string | number)[]; message: string }[];
  constructor(reason: FailureCode, issues?: FakeRefusal["issues"]) {
    super(reason);
    this.reason = reason;
    this.issues = issues;
  }
}

export const refusal = (reason: FailureCode, issues?: { path: (string | number)[]; message: string }[]) => new FakeRefusal(reason, issues);

/**
 * Stands where the network is: pages and their client are the real ones, and speak tRPC over `fetch` to this. `online` can be
 * switched off. Every call is remembered as `[procedure, input]`, and who each request said it came from.
 */
export function fakeApi(procedures: FakeProcedures) {
  const calls: [string, unknown][] = [];
  const api = { calls, authorizations: [] as (string | null)[], online: true, inputsOf: (name: string) => calls.filter(([called]) => called === name).map(([, input]) => input) };

  function answer(name: string, input: unknown): unknown {
    calls.push([name, input]);
    const procedure = procedures[name];
    if (!procedure) return { error: { message: "no such procedure", code: -32004, data: { code: "NOT_FOUND", httpStatus: 404, reason: "NOT_FOUND" } } };
    try {
      return { result: { data: procedure(input as never) ?? null } };
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      const { reason, issues } = error;
      return { error: { message: reason, code: -32600, data: { code: "BAD_REQUEST", httpStatus: 400, reason, ...(issues ? { issues } : {}) } } };
    }
  }

  vi.stubGlobal("fetch", async (target: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(target instanceof Request ? target.url : target, "http://localhost");
    if (!api.online) throw new TypeError("Failed to fetch");
    if (!url.pathname.startsWith("/api/trpc/")) throw new Error(`nothing answers at ${url.pathname}`);
    api.authorizations.push(new Headers(init?.headers).get("authorization"));
    const names = url.pathname.slice("/api/trpc/".length).split(",");
    const inputs: unknown = JSON.parse(typeof init?.body === "string" ? init.body : (url.searchParams.get("input") ?? "{}"));
    const answers = names.map((name, index) => answer(name, typeof inputs === "object" && inputs !== null ? Reflect.get(inputs, String(index)) : undefined));
    return Response.json(answers, { status: 207 });
  });
  return api;
}
