import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { present } from "./support/present";
import { joinAs, type Joined, openGame } from "./support/quizzes";
import { useApi } from "./support/use-api";

const api = useApi();
const strict = useApi({ wrongCodes: 3 });

const people = async (gameId: string) => {
  const { store } = api().services;
  return store.participants(present(await store.find(gameId)).facts.gameId);
};

describe("joining by REST", () => {
  it("gives a token that proves who one is, good for this game and this participant", async () => {
    const { gameId, pin } = await openGame(await api().person("author"));
    const joined = await joinAs(api(), pin, "  Ánh   Tuyết ");
    expect(joined).toMatchObject({ quizId: pin, gameId, name: "Ánh Tuyết", wsUrl: "ws://localhost:8090/ws" });
    expect(joined.wsUrl).not.toContain(joined.token);
    expect(await api().services.tokens.participant.read(joined.token)).toEqual({ gameId, participantId: joined.participantId });
    expect(await people(gameId)).toMatchObject([{ name: "Ánh Tuyết", removed: false }]);
  });

  it("takes a code as people write it", async () => {
    const { pin } = await openGame(await api().person("author"));
    for (const written of [`${pin.slice(0, 3)}%20${pin.slice(3)}`, `${pin.slice(0, 3)}-${pin.slice(3)}`]) {
      expect((await api().rest().post(`/quizzes/${written}/join`, { participantName: `Guest ${written.length}` })).status).toBe(201);
    }
  });

  it("counts for the account of whoever is signed in, and refuses a token that is not good", async () => {
    const { gameId, pin } = await openGame(await api().person("author"));
    const learner = await api().person("learner");
    expect((await learner.rest.post(`/quizzes/${pin}/join`, { participantName: "Mai" })).status).toBe(201);
    expect(await people(gameId)).toMatchObject([{ userId: learner.userId }]);
    expect((await api().rest("expired").post(`/quizzes/${pin}/join`, { participantName: "Zoë" })).status).toBe(401);
  });

  it("does a retry under the same key once, and refuses the key with another body", async () => {
    const { gameId, pin } = await openGame(await api().person("author"));
    const headers = { "idempotency-key": randomUUID() };
    const join = (body: unknown, other: Record<string, string> = headers) => api().rest().post<Joined>(`/quizzes/${pin}/join`, body, other);
    const first = await join({ participantName: "Mai" });
    const retries = await Promise.all([join({ participantName: "Mai" }), join({ participantName: "Mai" })]);
    for (const retry of retries) expect(retry).toMatchObject({ status: 201, body: { participantId: first.body.participantId, name: "Mai" } });
    expect((await join({ participantName: "Zoë" })).body).toMatchObject({ status: 422, code: "KEY_REUSED" });
    expect((await join({ participantName: "Mai" }, { "idempotency-key": randomUUID() })).body).toMatchObject({ status: 409, code: "NAME_TAKEN" });
    expect((await join({ participantName: "Mai" }, { "idempotency-key": "x".repeat(201) })).status).toBe(422);
    expect(await people(gameId)).toHaveLength(1);
  });

  it("counts ten joins at once under one key as one participant", async () => {
    const { gameId, pin } = await openGame(await api().person("author"));
    const headers = { "idempotency-key": randomUUID() };
    const joins = await Promise.all(Array.from({ length: 10 }, () => api().rest().post<Joined>(`/quizzes/${pin}/join`, { participantName: "Mai" }, headers)));
    expect(new Set(joins.map(({ body }) => body.participantId)).size).toBe(1);
    expect(await people(gameId)).toHaveLength(1);
  });

  it.each(["MAI", " m a i ", "Ｍａｉ", "Маi"])("finds that %j is taken where there is a Mai", async (participantName) => {
    const { pin } = await openGame(await api().person("author"));
    await joinAs(api(), pin, "Mai");
    expect((await api().rest().post(`/quizzes/${pin}/join`, { participantName })).body).toMatchObject({ status: 409, code: "NAME_TAKEN" });
  });

  it.each([
    [{}, "participantName"],
    [{ participantName: "x" }, "participantName"],
    [{ participantName: "x".repeat(25) }, "participantName"],
    [{ participantName: "a\u202eb" }, "participantName"],
    [{ participantName: "fuck you" }, "participantName"],
    [{ participantName: 7 }, "participantName"],
    [{ participantName: "Mai", team: 1 }, "team"],
    [{ participantName: "Mai", avatar: 240 }, "avatar"],
    [{ participantName: "Mai", userId: randomUUID() }, "userId"],
    [{ participantName: "Mai", participantId: randomUUID() }, "participantId"],
    [{ participantName: "Mai", score: 1_000 }, "score"],
  ])("names what is wrong with %j, and lets nobody in", async (body, field) => {
    const { gameId, pin } = await openGame(await api().person("author"));
    const refused = await api().rest().post<{ issues: { path: string[]; message: string }[] }>(`/quizzes/${pin}/join`, body);
    expect(refused.status).toBe(422);
    expect(refused.body.issues.map(({ path }) => path[0])).toEqual([field]);
    expect(await people(gameId)).toEqual([]);
  });

  it("is refused where the game is locked, full or over, each in its own words", async () => {
    const author = await api().person("author");
    const join = (game: string, participantName: string) => api().rest().post(`/quizzes/${game}/join`, { participantName });
    const { gameId, pin } = await openGame(author, { maxParticipants: 1 });
    expect((await join(pin, "Mai")).status).toBe(201);
    expect((await join(pin, "Zoë")).body).toMatchObject({ status: 409, code: "FULL" });
    await author.rest.post(`/games/${gameId}/lock`);
    expect((await join(pin, "Emre")).body).toMatchObject({ status: 409, code: "LOCKED" });
    await author.rest.post(`/games/${gameId}/end`);
    expect((await join(pin, "Emre")).body).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect((await join(gameId, "Emre")).body).toMatchObject({ status: 409, code: "ENDED" });
  });

  it("lets a removed participant neither back in under the same name nor read with the old token", async () => {
    const author = await api().person("author");
    const { gameId, pin } = await openGame(author);
    const mai = await joinAs(api(), pin, "Mai");
    expect((await author.rest.delete(`/games/${gameId}/participants/${mai.participantId}`)).status).toBe(204);
    expect((await author.rest.delete(`/games/${gameId}/participants/${randomUUID()}`)).status).toBe(404);
    expect((await api().rest().post(`/quizzes/${pin}/join`, { participantName: "Mai" })).body).toMatchObject({ code: "NAME_TAKEN" });
    expect((await api().rest(mai.token).get(`/games/${gameId}/leaderboard`)).body).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });

  it("writes neither codes nor names nor tokens into the log", async () => {
    const { pin } = await openGame(await api().person("author"));
    const joined = await joinAs(api(), pin, "Very Unusual Name");
    const log = api().logged.join("");
    for (const secret of [joined.token, "Very Unusual Name", `"${pin}"`]) expect(log).not.toContain(secret);
  });
});

describe("wrong codes", () => {
  it("make an address wait longer and longer, but never keep a right code out", async () => {
    const { pin } = await openGame(await strict().person("author"));
    const rest = strict().rest();
    const wrong = () => rest.post(`/quizzes/${randomUUID()}/join`, { participantName: "Mai" });
    for (let guess = 0; guess < 3; guess += 1) expect((await wrong()).status).toBe(404);
    const waits: number[] = [];
    for (let guess = 0; guess < 3; guess += 1) {
      const refused = await wrong();
      expect(refused.body).toMatchObject({ status: 429, code: "RATE_LIMITED" });
      waits.push(Number(refused.headers.get("retry-after")));
    }
    expect(waits).toEqual([2, 4, 8]);
    expect((await rest.post(`/quizzes/${pin}/join`, { participantName: "Mai" })).status).toBe(201);
    expect((await strict().rest().post(`/quizzes/${randomUUID()}/join`, { participantName: "Mai" })).status).toBe(404);
    const figures = await strict().services.metrics.registry.metrics();
    expect(figures).toContain('limit="wrong-codes"');
    expect(figures).toMatch(/quickfire_wrong_codes_total\{[^}]*\} [7-9]/);
    expect(figures).toMatch(/quickfire_join_seconds_count\{[^}]*\} [1-9]/);
  });
});
