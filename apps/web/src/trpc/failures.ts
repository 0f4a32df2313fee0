import { TRPCClientError } from "@trpc/client";
import { z } from "zod";

const failureSchema = z.object({
  reason: z.string(),
  issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })).optional(),
  retryAfterSeconds: z.number().optional(),
});

/** A failure of the api as pages look at it. `OFFLINE`: nothing came back at all. */
export type ApiFailure = z.infer<typeof failureSchema> & { message: string };

export function failureOf(error: unknown): ApiFailure {
  if (!(error instanceof TRPCClientError)) return { reason: "INTERNAL", message: "" };
  const said = failureSchema.safeParse(error.data);
  if (said.success) return { ...said.data, message: error.message };
  return { reason: error.data === undefined || error.data === null ? "OFFLINE" : "INTERNAL", message: error.message };
}

/** Whether trying the same again in a moment may help. */
export function mayPass(error: unknown): boolean {
  const { reason } = failureOf(error);
  return reason === "OFFLINE" || reason === "BUSY" || reason === "INTERNAL";
}

/** What was said about one field of what was sent. */
export function issueAt(failure: ApiFailure, field: string): string | undefined {
  return failure.issues?.find(({ path }) => path[0] === field)?.message;
}
