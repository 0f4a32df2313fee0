import { appRouter, failureOf, type HttpContext, limitBody, Refusal } from "@quickfire/api";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { NextRequest } from "next/server";
import { getProcess } from "./process";
import { openDoor } from "./request-door";
import { userOf } from "./session";

/** A quiz of 200 long questions fits. */
const bodyLimit = 2 * 1024 * 1024;

/** tRPC of the pages: who is signed in by the cookie, who plays by the bearer. */
export async function handleTrpc(request: NextRequest): Promise<Response> {
  if (!isFromOurPages(request)) return new Response("This origin is not allowed", { status: 403 });
  const limited = await limitBody(request, bodyLimit);
  if (!limited) return new Response("The body is too large", { status: 413 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: limited,
    router: appRouter,
    maxBatchSize: 10,
    createContext: () => createContext(request),
    responseMeta: ({ errors }) => {
      const wait = Math.max(0, ...errors.map((error) => failureOf(error).retryAfterSeconds ?? 0));
      return { headers: new Headers({ "cache-control": "no-store", ...(wait > 0 ? { "retry-after": String(wait) } : {}) }) };
    },
  });
}

async function createContext({ headers, cookies }: NextRequest): Promise<HttpContext> {
  try {
    const door = await openDoor(headers);
    const token = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
    const [user, participant] = await Promise.all([userOf(cookies), token ? door.services.tokens.participant.read(token) : null]);
    return { door: "http", ...door, user, participant };
  } catch (error) {
    throw new Refusal(failureOf(error));
  }
}

/** A browser says where a request that could change something comes from; another site has no business here. */
function isFromOurPages(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (request.method === "GET" || origin === null) return true;
  const ours = [new URL(getProcess().env.PUBLIC_WEB_URL).host, request.headers.get("host")];
  return URL.canParse(origin) && ours.includes(new URL(origin).host);
}
