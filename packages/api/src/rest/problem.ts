import { type Failure, failures, type Issue } from "../errors";
import { z } from "zod";

export const problemSchema = z.strictObject({
  type: z.string().meta({ description: "Where this kind of problem is described" }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string().meta({ description: "Stable; what a program should look at" }),
  issues: z
    .array(z.strictObject({ path: z.array(z.union([z.string(), z.int()])), message: z.string() }))
    .optional()
    .meta({ description: "One for each thing that did not validate; an unknown key is the last step of its path" }),
});

/** RFC 9457. */
export function problemOf(failure: Failure, more: { allow?: string } = {}): Response {
  const { status, title } = failures[failure.code];
  const issues: Issue[] | undefined = failure.issues;
  const detail = failure.detail ?? (issues?.length ? issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).slice(0, 5).join(" ") : title);
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="quickfire"');
  if (status === 429 || status === 503) headers.set("retry-after", String(failure.retryAfterSeconds ?? 1));
  if (more.allow) headers.set("allow", more.allow);
  const body: z.infer<typeof problemSchema> = { type: `/api/v1/docs#${failure.code}`, title, status, detail, code: failure.code, ...(issues ? { issues } : {}) };
  return new Response(JSON.stringify(body), { status, headers });
}
