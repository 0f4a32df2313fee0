import { type NextRequest, NextResponse } from "next/server";
import { readEnv, type WebEnv } from "./env";
import { pageHeaders } from "./server/page-headers";

let env: WebEnv | undefined;

/** Gives each page its own content security policy: Next puts the nonce on its scripts by itself. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  env ??= readEnv();
  const forPage = pageHeaders({ nonce, env });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", forPage["content-security-policy"]);
  const reply = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(forPage)) reply.headers.set(name, value);
  return reply;
}

export const config = {
  // Pages alone: what has a policy of its own, or can run nothing, is left out.
  matcher: ["/((?!api/|_next/|healthz$|readyz$|metrics$|.*\\.\\w+$).*)"],
};
