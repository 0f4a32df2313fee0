import { appRouter, type Failure, failureOf, type HttpContext, type Incoming, Refusal } from "@quickfire/api";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getProcess } from "./process";
import { readCookies } from "./read-cookies";
import { openDoor } from "./request-door";
import { userOf } from "./session";

/** A quiz of 200 long questions fits. */
const bodyLimit = 2 * 1024 * 1024;
const endpoint = "/api/trpc";
const methods = ["GET", "HEAD", "POST"];

type Body = Uint8Array<ArrayBuffer>;

/** tRPC of the pages: who is signed in by the cookie, who plays by the bearer. */
export async function handleTrpc(request: Incoming): Promise<Response> {
  if (!isFromOurPages(request)) return new Response("This origin is not allowed", { status: 403 });
  if (!methods.includes(request.method)) return new Response("There is GET and POST here", { status: 405, headers: { allow: methods.join(", ") } });
  const body = await request.readBytes(bodyLimit);
  if (!body) return new Response("The body is too large", { status: 413 });
  return isJoin(request.url) ? answerNewcomer(request, body) : answerCalls(request, { body });
}

/** Enters the gate only with the whole body in hand, so that nobody who sends slowly keeps others out. */
async function answerNewcomer(request: Incoming, body: Body): Promise<Response> {
  const { newcomers } = getProcess();
  const turnedAway = newcomers.enter();
  if (turnedAway) return answerCalls(request, { body, turnedAway });
  try {
    return await answerCalls(request, { body });
  } finally {
    newcomers.leave();
  }
}

/** By the stock handler, which has the words for a failure as well. */
function answerCalls(request: Incoming, { body, turnedAway }: { body: Body; turnedAway?: Failure }): Promise<Response> {
  return fetchRequestHandler({
    endpoint,
    req: webRequestOf(request, body),
    router: appRouter,
    maxBatchSize: 10,
    createContext: () => (turnedAway ? Promise.reject(new Refusal(turnedAway)) : createContext(request)),
    responseMeta: ({ errors }) => {
      const wait = Math.max(0, ...errors.map((error) => failureOf(error).retryAfterSeconds ?? 0));
      return { headers: new Headers({ "cache-control": "no-store", ...(wait > 0 ? { "retry-after": String(wait) } : {}) }) };
    },
  });
}

function webRequestOf({ method, url, headers, signal }: Incoming, body: Body): Request {
  return new Request(new URL(url, getProcess().env.PUBLIC_WEB_URL), { method, headers: [...headers.entries()], signal, body: method === "GET" || method === "HEAD" ? null : body });
}

async function createContext({ headers }: Incoming): Promise<HttpContext> {
  try {
    const door = await openDoor(headers);
    const token = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
    const [user, participant] = await Promise.all([userOf(readCookies(headers)), token ? door.services.tokens.participant.read(token) : null]);
    return { door: "http", ...door, user, participant };
  } catch (error) {
    throw new Refusal(failureOf(error));
  }
}

/** Alone, or in a batch. */
const isJoin = (url: string): boolean => /^\/api\/trpc\/(?:[^?]*,)?join\.join(?:[,?]|$)/.test(url);

/** A browser says where a request that could change something comes from; another site has no business here. */
function isFromOurPages(request: Incoming): boolean {
  const origin = request.headers.get("origin");
  if (request.method === "GET" || origin === null) return true;
  const ours = [new URL(getProcess().env.PUBLIC_WEB_URL).host, request.headers.get("host")];
  return URL.canParse(origin) && ours.includes(new URL(origin).host);
}
