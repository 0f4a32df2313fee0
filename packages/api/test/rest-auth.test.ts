import { describe, expect, it } from "vitest";
import { randomAddress } from "./support/random-address";
import { password, useApi } from "./support/use-api";

const api = useApi();
const strict = useApi({ signIn: 2, refresh: 3 });

type Pair = { accessToken: string; expiresIn: number; refreshToken: string };

describe("signing in by REST", () => {
  it("gives a token with the name and the roles of the account, good for a quarter of an hour", async () => {
    const { email, userId } = await api().person("learner", "author");
    const signedIn = await api().rest().post<Pair>("/auth/token", { email: email.toUpperCase(), password });
    expect(signedIn.body.expiresIn).toBe(900);
    expect(await api().services.tokens.access.read(signedIn.body.accessToken)).toEqual({ userId, sessionId: expect.any(String), username: "Somebody", roles: ["learner", "author"] });
    expect(signedIn.headers.get("cache-control")).toBe("no-store");
    expect(signedIn.headers.get("set-cookie")).toBeNull();
  });

  it("answers alike for a wrong password and an unknown account, and writes neither into the log", async () => {
    const { email } = await api().person("author");
    const wrong = await api().rest().post("/auth/token", { email, password: "wrong-password-1" });
    const unknown = await api().rest().post("/auth/token", { email: "nobody@quickfire.test", password: "wrong-password-1" });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(api().logged.join("")).toContain("a sign-in failed");
    expect(api().logged.join("")).not.toContain("wrong-password-1");
    expect(await api().services.metrics.registry.metrics()).toMatch(/quickfire_failed_sign_ins_total\{[^}]*\} [2-9]/);
  });

  it.each([
    [{}, ["email", "password"]],
    [{ email: "", password: "x" }, ["email"]],
    [{ email: "a@b.test", password: 7 }, ["password"]],
    [{ email: "a\u0000@b.test", password: "x" }, ["email"]],
    [{ email: "a@b.test", password: "x".repeat(201) }, ["password"]],
    [{ email: { $gt: "" }, password: "x" }, ["email"]],
  ])("names what is wrong with %j", async (body, fields) => {
    const refused = await api().rest().post<{ issues: { path: string[] }[] }>("/auth/token", body);
    expect(refused.status).toBe(422);
    expect(refused.body.issues.map(({ path }) => path[0])).toEqual(fields);
  });
});

describe("refresh tokens", () => {
  it("are spent by their use, and each gives the next", async () => {
    const { email } = await api().person("author");
    const rest = api().rest();
    const first = (await rest.post<Pair>("/auth/token", { email, password })).body;
    const second = (await rest.post<Pair>("/auth/refresh", { refreshToken: first.refreshToken })).body;
    const third = await rest.post<Pair>("/auth/refresh", { refreshToken: second.refreshToken });
    expect(third.status).toBe(200);
    expect(new Set([first.refreshToken, second.refreshToken, third.body.refreshToken]).size).toBe(3);
    expect((await api().rest(third.body.accessToken).get("/quizzes")).status).toBe(200);
  });

  it("end the whole sign-in when a spent one comes again", async () => {
    const { email } = await api().person("author");
    const rest = api().rest();
    const stolen = (await rest.post<Pair>("/auth/token", { email, password })).body;
    const fresh = (await rest.post<Pair>("/auth/refresh", { refreshToken: stolen.refreshToken })).body;
    const elsewhere = (await rest.post<Pair>("/auth/token", { email, password })).body;
    expect((await rest.post("/auth/refresh", { refreshToken: stolen.refreshToken })).body).toMatchObject({ status: 401, code: "UNAUTHORIZED" });
    expect((await rest.post("/auth/refresh", { refreshToken: fresh.refreshToken })).status).toBe(401);
    expect(await api().services.metrics.registry.metrics()).toMatch(/quickfire_bad_tokens_total\{kind="spent refresh"[^}]*\} [1-9]/);
    expect((await rest.post("/auth/refresh", { refreshToken: elsewhere.refreshToken })).status).toBe(200);
    expect(api().logged.join("")).toContain("its session is ended");
  });

  it("are revoked for good, and revoking says the same of any string", async () => {
    const { email } = await api().person("author");
    const rest = api().rest();
    const { refreshToken } = (await rest.post<Pair>("/auth/token", { email, password })).body;
    expect((await rest.post("/auth/revoke", { refreshToken })).status).toBe(204);
    expect((await rest.post("/auth/revoke", { refreshToken })).status).toBe(204);
    expect((await rest.post("/auth/revoke", { refreshToken: "never-existed" })).status).toBe(204);
    expect((await rest.post("/auth/refresh", { refreshToken })).status).toBe(401);
    expect((await rest.post("/auth/refresh", { refreshToken: "\u0000" })).status).toBe(401);
  });
});

describe("whoever guesses", () => {
  it("has to wait longer and longer for one account, while others sign in from the same address", async () => {
    const [victim, neighbour] = [await strict().person("author"), await strict().person("author")];
    const rest = strict().rest();
    for (let guess = 0; guess < 3; guess += 1) expect((await rest.post("/auth/token", { email: victim.email, password: `guess-${guess}` })).status).toBe(401);
    const stopped = await rest.post("/auth/token", { email: victim.email, password });
    expect(stopped.body).toMatchObject({ status: 429, code: "RATE_LIMITED" });
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await rest.post("/auth/token", { email: neighbour.email, password })).status).toBe(200);
    expect((await strict().rest().post("/auth/token", { email: victim.email, password })).status).toBe(200);
  });

  it("gets nowhere with refresh tokens either", async () => {
    const rest = strict().rest();
    for (let guess = 0; guess < 3; guess += 1) expect((await rest.post("/auth/refresh", { refreshToken: `guess-${guess}` })).status).toBe(401);
    expect((await rest.post("/auth/refresh", { refreshToken: "guess" })).status).toBe(429);
    expect((await rest.post("/auth/revoke", { refreshToken: "guess" })).status).toBe(429);
  });
});

describe("an account", () => {
  const registration = () => ({ name: "  Ánh   Tuyết ", email: `${crypto.randomUUID()}@Quickfire.TEST`, password: "long enough" });

  it("is registered once, may learn and write, and knows itself", async () => {
    const caller = api().caller();
    const given = registration();
    const created = await caller.account.register(given);
    expect(created).toMatchObject({ name: "Ánh Tuyết", email: given.email.toLowerCase() });
    await expect(caller.account.register({ ...given, email: given.email.toLowerCase() })).rejects.toMatchObject({ failure: { code: "EMAIL_TAKEN", issues: [{ path: ["email"] }] } });
    const me = await api().caller({ user: { userId: created.userId, username: created.name, roles: ["author"] } }).account.me();
    expect(me).toMatchObject({ userId: created.userId, username: "Ánh Tuyết", roles: ["learner", "author"] });
    expect(JSON.stringify(me)).not.toMatch(/argon2|passwordHash|long enough/i);
  });

  it.each([
    ["name", { name: " " }],
    ["name", { name: "x".repeat(81) }],
    ["name", { name: "a\u0000b" }],
    ["email", { email: "nonsense" }],
    ["email", { email: `${"x".repeat(250)}@b.test` }],
    ["password", { password: "short" }],
    ["password", { password: "x".repeat(201) }],
    ["roles", { roles: ["admin"] }],
    ["userId", { userId: crypto.randomUUID() }],
  ])("is refused for its %s", async (field, wrong) => {
    const failure = await api().caller().account.register({ ...registration(), ...wrong }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: { code: "INVALID", issues: [expect.objectContaining({ path: [field] })] } });
  });

  it("can't be registered without end from one address", async () => {
    const limited = strictRegister();
    const ip = randomAddress();
    await limited.caller({ ip }).account.register(registration());
    await expect(limited.caller({ ip }).account.register(registration())).rejects.toMatchObject({ failure: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) } });
    await limited.caller().account.register(registration());
  });
});

const strictRegister = useApi({ register: 1 });
