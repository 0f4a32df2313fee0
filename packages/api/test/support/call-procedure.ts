import { callTRPCProcedure } from "@trpc/server";
import type { z } from "zod";
import { appRouter, failureOf, type FailureCode, type HttpContext } from "../../src";
import { present } from "./present";

type Procedure = { _def: { type: "query" | "mutation" | "subscription"; inputs: z.ZodType[] } };
// oxlint-disable no-underscore-dangle -- tRPC has no other way to list the procedures of a router
const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;
const definitionOf = (path: string) => present(procedures[path])._def;
// oxlint-enable no-underscore-dangle

export const procedureNames = Object.keys(procedures);
/** What a procedure takes: each middleware may want something of its own. */
export const inputsOf = (path: string): readonly z.ZodType[] => definitionOf(path).inputs;

/** Calls by name, as a client does that knows more than the pages. */
export async function call(ctx: HttpContext, path: string, input: unknown): Promise<unknown> {
  return callTRPCProcedure({ router: appRouter, path, ctx, type: definitionOf(path).type, getRawInput: async () => input, signal: undefined, batchIndex: 0 });
}

export async function outcome(work: Promise<unknown>): Promise<FailureCode | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    return failureOf(error).code;
  }
}
