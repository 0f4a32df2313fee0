import { randomUUID } from "node:crypto";
import { buildQuiz, incomingOf } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { handleRest, restEndpoints } from "../src/rest";
import { contract } from "./support/contract";
import { openGate } from "./support/open-gate";
import { present } from "./support/present";
import { createQuiz, openGame } from "./support/quizzes";
import { useApi } from "./support/use-api";

const api = useApi();

/** A path of the table with an id that names nothing in each place. */
const pathOf = (path: string) => path.replace("{gameId}", randomUUID()).replace("{quizId}", randomUUID()).replace("{participantId}", randomUUID());

const needsSignIn = restEndpoints.filter(({ auth }) => auth === "user");
const takesBody = restEndpoints.filter(({ body }) => body !== null);
const named = (endpoints: typeof restEndpoints) => endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

describe("every path of REST", () => {
  it.each(named(restEndpoints.filter(({ auth }) => auth === "account" || auth === "user" || auth === "member")))("%s answers 401 without a token, with a wrong one, and to a cookie", async (_name, { method, path }) => {
    const attempts: Record<string, string>[] = [{}, { authorization: "Bearer" }, { authorization: "Bearer a.b.c" }, { authorization: "Basic bWFpOm1haQ==" }, { authorization: "Bearer %E0%A4%A" }, { cookie: "next-auth.session-token=abc" }];
    for (const headers of attempts) {
      const refused = await api().rest().send(method, pathOf(path), { headers });
      expect(refused.status, JSON.stringify(headers)).toBe(401);
      expect(refused.headers.get("www-authenticate")).toContain("Bearer");
      expect(contract.problem.parse(refused.body).code).toBe("UNAUTHORIZED");
    }
  });

  it.each(named(needsSignIn))("%s answers 403 to an account that may not write quizzes", async (_name, { method, path }) => {
    const learner = await api().person("learner");
    const body = method === "POST" && path === "/quizzes" ? buildQuiz() : method === "POST" && path === "/games" ? { quizId: randomUUID() } : method === "PUT" ? buildQuiz() : path.endsWith("extend") ? { seconds: 5 } : undefined;
    expect((await learner.rest.sendJson(method, pathOf(path), body)).body).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });

  it.each(named(restEndpoints.filter(({ path }) => path.includes("{"))))("%s answers 404 for what is not there, and for ids that can't be", async (_name, { method, path }) => {
    const author = await api().person("author");
    const body = path.endsWith("join") ? { participantName: "Mai" } : method === "PUT" ? buildQuiz() : path.endsWith("extend") ? { seconds: 5 } : method === "POST" ? {} : undefined;
    for (const wrong of [pathOf(path), path.replace(/\{\w+\}/g, "none"), path.replace(/\{\w+\}/g, "%27%3B--"), path.replace(/\{\w+\}/g, "__proto__"), path.replace(/\{\w+\}/g, "%E0%A4%A")]) {
      const refused = await author.rest.sendJson(method, wrong, body);
      expect(refused.body, wrong).toMatchObject({ status: 404, code: "NOT_FOUND" });
    }
  });

  it("answers 404 off the table and 405 with the methods that are there", async () => {
    const anyone = api().rest();
    for (const path of ["", "/", "/nothing", "/quizzes/a/b/c", "/../../etc/passwd", "/auth/token/x"]) expect((await anyone.get(path)).status, path).toBe(404);
    const refused = await anyone.send("PATCH", `/quizzes/${randomUUID()}`);
    expect(refused.body).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED" });
    expect(refused.headers.get("allow")).toBe("GET, PUT, DELETE");
    expect((await anyone.send("OPTIONS", "/auth/token")).headers.get("allow")).toBe("POST");
    expect((await anyone.delete("/quizzes")).status).toBe(405);
  });

  it.each(named(takesBody))("%s refuses what is not JSON, what is broken and what is too large", async (_name, { method, path, bodyLimit }) => {
    const author = await api().person("author");
    const send = (body: string | Uint8Array<ArrayBuffer>, contentType?: string) => author.rest.send(method, pathOf(path), { body, headers: contentType ? { "content-type": contentType } : {} });
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", undefined]) {
      expect((await send("{}", type)).body, type).toMatchObject({ status: 415, code: "NOT_JSON" });
    }
    for (const broken of ["{", "nul", '{"a":1}}', "\u0000", "['a']", new Uint8Array([0x7b, 0xff, 0x7d])]) {
      expect((await send(broken, "application/json")).body, String(broken)).toMatchObject({ status: 422, code: "MALFORMED" });
    }
    expect((await send(`"${"x".repeat(bodyLimit)}"`, "application/json")).body).toMatchObject({ status: 413, code: "TOO_LARGE" });
  });

  it.each(named(takesBody))("%s refuses unknown keys by name, also those of prototypes, and what is no object", async (_name, { method, path }) => {
    const author = await api().person("author");
    const send = (body: string) => author.rest.send<{ issues: { path: string[] }[] }>(method, pathOf(path), { body, headers: { "content-type": "application/json" } });
    for (const key of ["extra", "ownerId", "__proto__", "constructor", "toString"]) {
      const refused = await send(`{${JSON.stringify(key)}: {"isAdmin": true}}`);
      expect(refused.status, key).toBe(422);
      expect(refused.body.issues.map((issue) => issue.path.join(".")), key).toContain(key);
    }
    for (const body of ["null", "[]", "1", '"text"', "[".repeat(50_000) + "]".repeat(50_000)]) expect((await send(body)).status, body.slice(0, 20)).toBe(422);
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });
});

describe("the tokens of one kind", () => {
  it("open nothing that is for another", async () => {
    const { tokens } = api().services;
    const author = await api().person("author");
    const { gameId, pin, quizId } = await openGame(author);
    const joined = await api().rest().post<{ participantId: string; token: string }>(`/quizzes/${pin}/join`, { participantName: "Mai" });
    const claims = present(await tokens.participant.read(joined.body.token));
    const socket = await tokens.socket.issue({ role: "host", gameId: claims.gameId, userId: author.userId });

    expect((await api().rest(joined.body.token).get(`/games/${gameId}/leaderboard`)).status).toBe(200);
    for (const token of [joined.body.token, socket]) {
      for (const [method, path] of [["GET", "/quizzes"], ["GET", `/quizzes/${quizId}`], ["GET", `/games/${gameId}`], ["POST", `/games/${gameId}/end`], ["GET", `/games/${gameId}/report`]] as const) {
        expect((await api().rest(token).send(method, path)).status, path).toBe(401);
      }
    }
    expect((await api().rest(socket).get(`/games/${gameId}/leaderboard`)).status).toBe(401);
    expect((await author.rest.get(`/games/${gameId}`)).body).toMatchObject({ phase: "lobby" });
  });

  it("say nothing that a client could change", async () => {
    const author = await api().person("author");
    const [head, payload, signature] = author.token.split(".");
    const claims = JSON.parse(Buffer.from(payload ?? "", "base64url").toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...claims, roles: ["admin"] })).toString("base64url");
    expect((await api().rest(`${head}.${forged}.${signature}`).get("/quizzes")).status).toBe(401);
    expect(claims).toMatchObject({ userId: author.userId, username: author.username, roles: ["author"] });
  });
});

describe("what is wrong with a request", () => {
  it("is said for each field, by its path", async () => {
    const author = await api().person("author");
    const quiz = buildQuiz();
    const [first, ...others] = quiz.questions;
    const refused = await author.rest.post<{ issues: { path: (string | number)[] }[] }>("/quizzes", {
      ...quiz, title: "", tags: "none", questions: [{ ...first, timeLimit: 4, points: 5_000.5, isCorrect: 1 }, ...others],
    });
    expect(refused.status).toBe(422);
    expect(refused.body.issues.map(({ path }) => path.join("."))).toEqual(expect.arrayContaining(["title", "tags", "questions.0.timeLimit", "questions.0.points", "questions.0.isCorrect"]));
    expect((await author.rest.get<{ items: unknown[] }>("/quizzes")).body.items).toEqual([]);
  });

  it("is said of a query too: unknown, doubled and impossible values", async () => {
    const author = await api().person("author");
    for (const query of ["limit=0", "limit=101", "limit=abc", "limit=", "limit=1.5", "limit=1&limit=2", "cursor=nonsense", "cursor=eyJhIjoxfQ", "sort=name", "orderBy=password", "__proto__=1"]) {
      expect((await author.rest.get(`/quizzes?${query}`)).body, query).toMatchObject({ status: 422, code: "INVALID" });
    }
    expect((await author.rest.get(`/quizzes/${await createQuiz(author)}/export?format=exe`)).body).toMatchObject({ status: 422 });
  });

  it("is 503 with a time to come again for newcomers who are turned away, and lets go of those who came in", async () => {
    const { services } = api();
    const game = await openGame(await api().person("author"));
    let inside = 0;
    const join = (full: boolean) => {
      const enter = () => {
        if (full) return { code: "BUSY", retryAfterSeconds: 4 } as const;
        inside += 1;
        return null;
      };
      const request = new Request(`http://localhost:3000/api/v1/quizzes/${game.pin}/join`, { method: "POST", body: '{"participantName":"Mai"}', headers: { "content-type": "application/json" } });
      const door = { services, origin: { ip: null, userAgent: null }, addressBlock: "unknown" };
      return handleRest(incomingOf(request), { webUrl: services.urls.web, logger: services.logger, newcomers: { enter, leave: () => void (inside -= 1) }, openDoor: async () => door });
    };
    const away = await join(true);
    expect([away.status, away.headers.get("retry-after"), contract.problem.parse(await away.json()).code]).toEqual([503, "4", "BUSY"]);
    const statuses = [(await join(false)).status, (await join(false)).status];
    expect([statuses, inside]).toEqual([[201, 409], 0]);
  });

  it("never shows where it went wrong inside", async () => {
    const author = await api().person("author");
    const replies = [await author.rest.post("/quizzes", { questions: "x" }), await author.rest.get(`/games/${randomUUID()}`), await api().rest("x").get("/quizzes")];
    for (const { text } of replies) expect(text).not.toMatch(/\.ts|node_modules|\bat \w+ \(|stack/);
  });

  it("is 503 with a time to try again while a store is away, and 500 without a word for what nobody expected", async () => {
    const { logger, urls } = api().services;
    const request = () => new Request("http://localhost:3000/api/v1/auth/revoke", { method: "POST", body: '{"refreshToken":"x"}', headers: { "content-type": "application/json" } });
    const away = await handleRest(incomingOf(request()), { webUrl: urls.web, logger, newcomers: openGate, openDoor: () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED 10.0.0.7"), { code: "ECONNREFUSED" })) });
    expect(away.status).toBe(503);
    expect(away.headers.get("retry-after")).toBe("1");
    expect(contract.problem.parse(await away.json())).toMatchObject({ code: "BUSY" });
    const bug = await handleRest(incomingOf(request()), { webUrl: urls.web, logger, newcomers: openGate, openDoor: () => Promise.reject(new TypeError("secret detail")) });
    expect(bug.status).toBe(500);
    expect(await bug.text()).not.toContain("secret detail");
    expect(api().logged.join("")).toContain("secret detail");
  });
});
