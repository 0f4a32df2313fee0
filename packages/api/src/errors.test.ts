import { TRPCError } from "@trpc/server";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { failureOf, parseOrRefuse, Refusal, refuse, refuseField } from "./errors";

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe("what a caller is told of a failure", () => {
  it("is what a procedure refused, with all it said", () => {
    expect(failureOf(thrownBy(() => refuse("RATE_LIMITED", { retryAfterSeconds: 7 })))).toEqual({ code: "RATE_LIMITED", retryAfterSeconds: 7 });
    expect(failureOf(thrownBy(() => refuseField(["team"], "No.")))).toEqual({ code: "INVALID", issues: [{ path: ["team"], message: "No." }] });
  });

  it("is known also where another bundle of the same process threw it", async () => {
    vi.resetModules();
    const copy = await import("./errors");
    expect(copy.refuse).not.toBe(refuse);
    expect(failureOf(thrownBy(() => copy.refuse("FULL")))).toEqual({ code: "FULL" });
    expect(new Error("other") instanceof Refusal).toBe(false);
  });

  it("names each unknown key at its own path", () => {
    const schema = z.strictObject({ a: z.strictObject({ b: z.int() }) });
    const error = thrownBy(() => parseOrRefuse(schema, { a: { b: 1, c: 2, d: 3 } }));
    expect(failureOf(error)).toEqual({
      code: "INVALID",
      issues: [{ path: ["a", "c"], message: expect.stringContaining("c") }, { path: ["a", "d"], message: expect.stringContaining("d") }],
    });
  });

  it("sees validation through tRPC's wrapping", () => {
    const cause = z.string().safeParse(1).error;
    expect(failureOf(new TRPCError({ code: "BAD_REQUEST", cause })).code).toBe("INVALID");
    expect(failureOf(new TRPCError({ code: "NOT_FOUND" })).code).toBe("NOT_FOUND");
    expect(failureOf(new TRPCError({ code: "PARSE_ERROR" })).code).toBe("MALFORMED");
    expect(failureOf(new TRPCError({ code: "CONFLICT" })).code).toBe("INTERNAL");
    expect(failureOf(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new Refusal({ code: "FULL" }) })).code).toBe("FULL");
  });

  it.each([
    ["a refused connection", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["a pool of postgres.js that lost its server", Object.assign(new Error("x"), { code: "CONNECTION_CLOSED" })],
    ["too many connections", Object.assign(new Error("x"), { code: "53300" })],
    ["an error that says so itself", Object.assign(new Error("x"), { retryable: true })],
    ["any of these, wrapped", new Error("query failed", { cause: new Error("inner", { cause: Object.assign(new Error("x"), { code: "57P01" }) }) })],
  ])("is BUSY for %s", (_what, error) => {
    expect(failureOf(error)).toMatchObject({ code: "BUSY", retryAfterSeconds: 1 });
    expect(failureOf(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error })).code).toBe("BUSY");
  });

  it("is nothing but INTERNAL for a bug", () => {
    expect(failureOf(new TypeError("x is not a function"))).toEqual({ code: "INTERNAL" });
    expect(failureOf(Object.assign(new Error("duplicate key"), { code: "23505" }))).toEqual({ code: "INTERNAL" });
    expect(failureOf(z.string().safeParse(1).error)).toEqual({ code: "INTERNAL" });
    expect(failureOf(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: z.string().safeParse(1).error }))).toEqual({ code: "INTERNAL" });
    expect(failureOf("thrown text")).toEqual({ code: "INTERNAL" });
    expect(failureOf(undefined)).toEqual({ code: "INTERNAL" });
  });
});
