// @vitest-environment node
import { randomInt, randomUUID } from "node:crypto";
import type { Incoming } from "@quickfire/api";
import { createDatabase } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { connectRedis, vouchForNothing } from "@quickfire/realtime";
import { createTestDatabase, incomingOf } from "@quickfire/testing";
import { encode } from "next-auth/jwt";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { authOptions } from "@/server/auth-options";
import { handleAuditDownload } from "@/server/handle-audit-download";
import { handleOperations } from "@/server/handle-operations";
import { handleReportDownload } from "@/server/handle-report-download";
import { handleRestDoor } from "@/server/handle-rest-door";
import { handleTrpc } from "@/server/handle-trpc";
import { peerHeader } from "@/server/peer-address";
import { getProcess } from "@/server/process";
import { proxy } from "@/proxy";
import { forgetProcess } from "./forget-process";

const secret = "a-secret-for-tests-that-is-long-enough";
const web = "http://localhost:3000";
let drop: () => Promise<void>;

beforeAll(async () => {
  const fresh = await createTestDatabase({ migrate });
  drop = fresh.drop;
  for (const [name, value] of Object.entries({ DATABASE_URL: fresh.url, REDIS_URL: inject("redisUrl"), AUTH_SECRET: secret, LOG_LEVEL: "silent", LIMIT_SIGN_IN: "2" })) vi.stubEnv(name, value);
  // No worker runs here that would.
  const redis = await connectRedis(inject("redisUrl"));
  await vouchForNothing(redis, 16);
  redis.disconnect();
});
afterAll(async () => {
  forgetProcess();
  vi.unstubAllEnvs();
  await drop();
});

async function account(...roles: ("learner" | "author" | "admin")[]) {
  const { users, sessions } = await getProcess().services();
  const created = await users.create({ name: "Mai", email: `${randomUUID()}@quickfire.test`, password: "a-good-password", roles });
  if (!created.ok) throw new Error("a random address was taken");
  const { userId, name, email } = created.value;
  const sessionId = await sessions.begin({ userId, device: "tests" });
  const session = await encode({ token: { userId, sessionId, username: name, roles }, secret });
  return { userId, sessionId, email, cookie: `next-auth.session-token=${session}` };
}

/** A game of so many answers, by somebody with a name that a spreadsheet would run. */
async function auditedGame(answers: number) {
  const database = createDatabase(process.env["DATABASE_URL"] ?? "", { maxConnections: 1 });
  const gameId = randomUUID();
  await database.sql`
    insert into audit_events (event_id, game_id, epoch, seq, index, type, participant_id, user_agent, at, payload)
    select gen_random_uuid(), ${gameId}, 'e1', n, 0, 'ANSWER_SUBMITTED', gen_random_uuid(), '=cmd()', now() - n * interval '1 s', '{}' from generate_series(1, ${answers}::int) n`;
  return { database, gameId };
}

const ask = (path: string, { method = "GET", body, headers = {} }: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
  new NextRequest(`${web}${path}`, { method, body, headers: { host: "localhost:3000", [peerHeader]: "203.0.113.9", ...(body ? { "content-type": "application/json" } : {}), ...headers } });
/** Asks one of the doors that are answered without Next. */
const call = (door: (request: Incoming) => Promise<Response>, ...asked: Parameters<typeof ask>) => door(incomingOf(ask(...asked)));
const me = (headers: Record<string, string>) => call(handleTrpc, "/api/trpc/account.me", { headers });

describe("the pages' door", () => {
  it("knows who is signed in by the session's cookie", async () => {
    const { userId, cookie } = await account("author");
    const reply = await me({ cookie });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(await reply.json()).toMatchObject({ result: { data: { userId, username: "Mai", roles: ["author"] } } });
  });

  it("knows nobody by a cookie that is forged, broken or of another kind, nor by a session as bearer", async () => {
    const { userId, sessionId, cookie } = await account("author");
    const forged = await encode({ token: { userId, sessionId, username: "Mai", roles: ["admin"] }, secret: `${secret}!` });
    const session = cookie.split("=")[1] ?? "";
    const strange = await encode({ token: { userId: "'; --" }, secret });
    for (const headers of [{}, { cookie: `next-auth.session-token=${forged}` }, { cookie: `next-auth.session-token=${strange}` }, { cookie: "next-auth.session-token=%E0%A4%A" }, { authorization: `Bearer ${session}` }, { authorization: "Bearer %E0%A4%A" }]) {
      expect((await me(headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(401);
    }
  });

  it("lets go of an account that is gone, and keeps a host while Postgres is away", async () => {
    const cookie = `next-auth.session-token=${await encode({ token: { userId: randomUUID(), sessionId: randomUUID(), username: "Gone", roles: ["author"] }, secret })}`;
    expect((await call(handleTrpc, "/api/trpc/game.list?input=%7B%7D", { headers: { cookie } })).status).toBe(401);

    const services = await getProcess().services();
    const { sessions, games } = services;
    const host = await account("author");
    try {
      services.sessions = { ...sessions, look: () => Promise.reject(Object.assign(new Error("connect"), { code: "ECONNREFUSED" })) };
      services.games = { ...games, ofHost: async () => ({ ok: true, value: { items: [], nextCursor: null } }) };
      expect((await call(handleTrpc, "/api/trpc/game.list?input=%7B%7D", { headers: { cookie: host.cookie } })).status).toBe(200);
    } finally {
      services.sessions = sessions;
      services.games = games;
    }
  });

  it("takes no change from a page of another site", async () => {
    const { cookie } = await account("author");
    const create = (headers: Record<string, string>) =>
      call(handleTrpc, "/api/trpc/quiz.create", { method: "POST", body: JSON.stringify({ title: "x", description: "", language: "en", tags: [], questions: [] }), headers: { cookie, ...headers } });
    for (const origin of ["http://evil.test", "null", "http://localhost:3000.evil.test", "https://"]) expect((await create({ origin })).status, origin).toBe(403);
    expect((await create({ origin: web })).status).toBe(200);
    expect((await create({})).status).toBe(200);
  });

  it("has no way to change anything but POST", async () => {
    for (const method of ["PUT", "DELETE", "OPTIONS"]) {
      const reply = await call(handleTrpc, "/api/trpc/account.me", { method });
      expect([reply.status, reply.headers.get("allow")], method).toEqual([405, "GET, HEAD, POST"]);
    }
  });

  it("takes no body without end", async () => {
    const reply = await call(handleTrpc, "/api/trpc/account.register", { method: "POST", body: JSON.stringify({ name: "x".repeat(2 * 1024 * 1024) }) });
    expect(reply.status).toBe(413);
  });

  it("turns newcomers away while the process can't keep up, and nobody else", async () => {
    const web = getProcess();
    const { newcomers } = web;
    const post = (path: string, body: unknown) => call(handleTrpc, `/api/trpc/${path}`, { method: "POST", body: JSON.stringify(body) });
    const newcomer = { pin: "no-such-game", participantName: "Mai" };
    try {
      web.newcomers = { enter: () => ({ code: "BUSY", retryAfterSeconds: 3 }), leave: () => { throw new Error("nobody came in"); } };
      for (const [path, body] of [["join.join", newcomer], ["join.join?batch=1", { 0: newcomer }], ["account.register,join.join?batch=1", { 0: {}, 1: newcomer }]] as const) {
        const reply = await post(path, body);
        expect([reply.status, reply.headers.get("retry-after")], path).toEqual([503, "3"]);
        expect(await reply.text()).toContain('"reason":"BUSY"');
      }
      expect((await call(handleRestDoor, "/api/v1/quizzes/none/join", { method: "POST", body: '{"participantName":"Mai"}', headers: { "content-type": "application/json" } })).status).toBe(503);
      expect((await post("account.register", {})).status).toBe(422);
      expect((await call(handleTrpc, `/api/trpc/join.lookup?input=${encodeURIComponent('{"pin":""}')}`)).status).toBe(422);
    } finally {
      web.newcomers = newcomers;
    }
    expect((await post("join.join", newcomer)).status).toBe(404);
  });

  it("says when to come back to whoever was too fast", async () => {
    const address = `198.18.${randomInt(256)}.${randomInt(256)}`;
    const wrong = () => call(handleTrpc, `/api/trpc/join.lookup?input=${encodeURIComponent('{"pin":"no-such-game"}')}`, { headers: { [peerHeader]: address } });
    for (let guess = 0; guess < 10; guess += 1) expect((await wrong()).status).toBe(404);
    const refused = await wrong();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("2");
  });
});

describe("signing in", () => {
  const authorize = (credentials: Record<string, string>) => {
    const [provider] = authOptions(new Headers()).providers;
    if (!provider || !("authorize" in provider.options)) throw new Error("there is no way to sign in");
    return provider.options["authorize"](credentials, { headers: { [peerHeader]: "203.0.113.50" } }) as Promise<unknown>;
  };

  it("gives a session with the account's name and roles, and nothing more", async () => {
    const { email, userId } = await account("learner");
    const user = await authorize({ email, password: "a-good-password" });
    expect(user).toEqual({ id: userId, userId, username: "Mai", roles: ["learner"] });
    const { jwt, session } = authOptions(new Headers()).callbacks ?? {};
    const token = await jwt?.({ token: {}, user } as unknown as Parameters<NonNullable<typeof jwt>>[0]);
    const shown = await session?.({ session: { expires: "" }, token } as unknown as Parameters<NonNullable<typeof session>>[0]);
    expect(shown).toEqual({ expires: "", user: { userId, username: "Mai", roles: ["learner"] } });
  });

  it("begins a session that signing out ends, in every tab that has its cookie", async () => {
    const { email } = await account("learner");
    const user = await authorize({ email, password: "a-good-password" });
    const { callbacks, events } = authOptions(new Headers({ "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" }));
    const token = await callbacks?.jwt?.({ token: {}, user } as unknown as Parameters<NonNullable<NonNullable<typeof callbacks>["jwt"]>>[0]);
    const headers = { cookie: `next-auth.session-token=${await encode({ token: token ?? {}, secret })}` };
    const listed = (await (await call(handleTrpc, "/api/trpc/session.list", { headers })).json()) as { result: { data: { current: boolean }[] } };
    expect(listed.result.data.filter(({ current }) => current)).toMatchObject([{ kind: "pages", device: "Firefox, Linux" }]);
    await events?.signOut?.({ token: token ?? {}, session: {} as never });
    expect((await me(headers)).status).toBe(401);
  });

  it("fails for a wrong password, for nonsense, and with a word of its own for whoever tried too often", async () => {
    const { email } = await account("author");
    expect(await authorize({ email: "", password: "" })).toBeNull();
    for (let guess = 0; guess < 3; guess += 1) expect(await authorize({ email, password: "wrong" })).toBeNull();
    await expect(authorize({ email, password: "a-good-password" })).rejects.toThrow(/^RATE_LIMITED$/);
  });
});

describe("the other doors", () => {
  it("serve REST without looking at the cookie", async () => {
    const { cookie, email } = await account("author");
    expect((await call(handleRestDoor, "/api/v1/quizzes", { headers: { cookie } })).status).toBe(401);
    const reply = await call(handleRestDoor, "/api/v1/auth/token", { method: "POST", body: JSON.stringify({ email, password: "a-good-password" }) });
    const { accessToken } = (await reply.json()) as { accessToken: string };
    expect((await call(handleRestDoor, "/api/v1/quizzes", { headers: { authorization: `Bearer ${accessToken}` } })).status).toBe(200);
    expect((await call(handleRestDoor, "/api/v1/quizzes", { method: "PATCH" })).status).toBe(405);
  });

  it("give the audit's file to admins alone, whole however many batches it has, with harmless cells", async () => {
    const [admin, author] = [await account("admin"), await account("author")];
    const { database, gameId } = await auditedGame(2_500);
    const file = await handleAuditDownload(ask(`/admin/audit.csv?gameId=${gameId}&topic=answers`, { headers: { cookie: admin.cookie } }));
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const lines = (await file.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(2_501);
    expect(new Set(lines).size).toBe(2_501);
    expect(lines[1]).toContain("'=cmd()");
    await database.close();
    const statuses = await Promise.all([
      handleAuditDownload(ask("/admin/audit.csv", { headers: { cookie: author.cookie } })),
      handleAuditDownload(ask("/admin/audit.csv")),
      handleAuditDownload(ask("/admin/audit.csv?gameId=%27--", { headers: { cookie: admin.cookie } })),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([403, 401, 422]);
  });

  it("tell somebody who is blocked so at their sign-in, with the end", async () => {
    const { userId, email } = await account("learner");
    const { blocked } = await getProcess().services();
    const until = new Date(Date.now() + 60_000).toISOString();
    await blocked.bar({ userId }, until);
    const [provider] = authOptions(new Headers()).providers;
    const authorize = provider?.type === "credentials" ? provider.options["authorize"] : null;
    await expect(authorize({ email, password: "a-good-password" }, { headers: {} })).rejects.toThrow(`BLOCKED ${until}`);
  });

  it("give the report's file to its host alone", async () => {
    const [host, stranger] = [await account("author"), await account("author")];
    const opened = await call(handleTrpc, "/api/trpc/quiz.create", {
      method: "POST", headers: { cookie: host.cookie },
      body: JSON.stringify({ title: "T", description: "", language: "en", tags: [], questions: [{ type: "truefalse", text: "Water is wet.", answer: true, timeLimit: 20, points: 1000 }] }),
    });
    const quiz = (await opened.json()) as { result: { data: { quizId: string } } };
    const created = await call(handleTrpc, "/api/trpc/game.create", { method: "POST", headers: { cookie: host.cookie }, body: JSON.stringify({ quizId: quiz.result.data.quizId }) });
    const { gameId } = ((await created.json()) as { result: { data: { gameId: string } } }).result.data;
    const file = await handleReportDownload(ask("/", { headers: { cookie: host.cookie } }), { gameId, format: "csv" });
    expect(file.headers.get("content-disposition")).toContain(`report-${gameId}.csv`);
    expect(await file.text()).toMatch(/^participantId,name,/);
    const workbook = await handleReportDownload(ask("/", { headers: { cookie: host.cookie } }), { gameId, format: "xlsx" });
    expect(new TextDecoder().decode((await workbook.arrayBuffer()).slice(0, 2))).toBe("PK");
    expect((await handleReportDownload(ask("/", { headers: { cookie: stranger.cookie } }), { gameId, format: "xlsx" })).status).toBe(404);
    expect((await handleReportDownload(ask("/"), { gameId, format: "csv" })).status).toBe(401);
    expect((await handleReportDownload(ask("/", { headers: { cookie: host.cookie } }), { gameId: "../x", format: "csv" })).status).toBe(404);
    expect((await handleReportDownload(ask("/", { headers: { cookie: host.cookie } }), { gameId, format: "exe" })).status).toBe(404);
  });

  it("tell a load balancer that web is ready, and Prometheus how it goes", async () => {
    expect((await call(handleOperations, "/healthz")).status).toBe(200);
    expect(await (await call(handleOperations, "/readyz")).json()).toEqual({ status: "ready" });
    const mine = await call(handleOperations, "/metrics", { headers: { [peerHeader]: "127.0.0.1" } });
    expect(await mine.text()).toMatch(/quickfire_redis_seconds_count\{[^}]*operation=/);
    expect((await call(handleOperations, "/metrics")).status).toBe(404);
  });

  it("give each page a policy with a nonce of its own", () => {
    const policies = [proxy(ask("/")), proxy(ask("/"))].map((reply) => reply.headers.get("content-security-policy"));
    expect(policies[0]).toContain("connect-src 'self' ws://localhost:8090");
    expect(policies[0]).not.toBe(policies[1]);
  });
});
