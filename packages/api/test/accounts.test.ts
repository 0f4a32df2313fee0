import { randomUUID } from "node:crypto";
import { waitFor } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { failureOf } from "../src";
import { apiScopes, scopeOf } from "../src/auth";
import { restEndpoints } from "../src/rest";
import { present } from "./support/present";
import { createQuiz } from "./support/quizzes";
import { randomAddress } from "./support/random-address";
import { type Person, password, useApi } from "./support/use-api";

const api = useApi();

async function failure(work: Promise<unknown>) {
  try {
    await work;
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** The newest letter to an address of that kind: what its owner would open. */
async function letterTo(to: string, kind: string) {
  const found = () => api().letters.findLast((sent) => sent.to === to && sent.letter.kind === kind);
  await waitFor(() => found() !== undefined);
  return present(found());
}

async function tokenIn(to: string, kind: string): Promise<string> {
  const { letter } = await letterTo(to, kind);
  return "link" in letter ? (letter.link.split("#")[1] ?? "") : "";
}

const callerOf = (user: Person) => api().caller({ user });
const registration = (more: Record<string, unknown> = {}) => ({ name: "Thu Hà", email: `${randomUUID()}@quickfire.test`, password, ...more });

describe("an address", () => {
  it("is proved by the letter that a new account gets, in the account's language, once", async () => {
    const given = registration({ locale: "vi" as const });
    const { userId } = await api().caller().account.register(given);
    expect(await letterTo(given.email, "prove-address")).toMatchObject({ language: "vi", letter: { link: expect.stringMatching(/^http:\/\/localhost:3000\/verify#[\w-]{43}$/) } });
    const token = await tokenIn(given.email, "prove-address");
    await api().caller().account.proveAddress({ token });
    expect((await present(await api().services.users.byId(userId))).emailVerified).toBe(true);
    expect(await failure(api().caller().account.proveAddress({ token }))).toMatchObject({ code: "LINK_SPENT" });
  });

  it("can be asked to be proved again until it is", async () => {
    const person = await api().person("author");
    await callerOf(person).account.askForProof();
    await api().caller().account.proveAddress({ token: await tokenIn(person.email, "prove-address") });
    const before = api().letters.length;
    await callerOf(person).account.askForProof();
    expect(api().letters).toHaveLength(before);
  });

  it("that the operator named makes its owner an admin once it is proved, and not before", async () => {
    const given = registration({ email: "operator@quickfire.test" });
    const { userId } = await api().caller().account.register(given);
    expect(present(await api().services.users.byId(userId)).roles).not.toContain("admin");
    await api().caller().account.proveAddress({ token: await tokenIn(given.email, "prove-address") });
    expect(present(await api().services.users.byId(userId)).roles).toContain("admin");
  });
});

describe("a forgotten password", () => {
  it("is set anew by a letter, which ends every session and tells the owner", async () => {
    const person = await api().person("author");
    await api().caller().account.askForPassword({ email: person.email.toUpperCase() });
    const token = await tokenIn(person.email, "new-password");
    expect((await person.rest.get("/quizzes")).status).toBe(200);
    expect(await api().caller().account.setPassword({ token, password: "a brand new one" })).toEqual({ email: person.email });
    expect((await person.rest.get("/quizzes")).status).toBe(401);
    expect((await api().rest().post("/auth/token", { email: person.email, password })).status).toBe(401);
    expect((await api().rest().post("/auth/token", { email: person.email, password: "a brand new one" })).status).toBe(200);
    expect(await failure(api().caller().account.setPassword({ token, password: "and another one" }))).toMatchObject({ code: "LINK_SPENT" });
    expect(await letterTo(person.email, "password-changed")).toBeDefined();
  });

  it("is answered the same, and as fast, where there is no account", async () => {
    const [person, before] = [await api().person("author"), api().letters.length];
    // As a mail server that hangs would.
    const { services } = api();
    const { mailer, users } = services;
    services.mailer = { send: () => new Promise(() => undefined) };
    services.users = { ...users, byEmail: () => new Promise(() => undefined) };
    try {
      const answers = await Promise.all([person.email, `${randomUUID()}@quickfire.test`].map((email) => api().caller().account.askForPassword({ email })));
      expect(answers[0]).toEqual(answers[1]);
    } finally {
      Object.assign(services, { mailer, users });
    }
    expect(api().letters).toHaveLength(before);
  });

  it.each(["", "made up", "' or 1=1 --", "x".repeat(201), "\u0000"])("is not set by the token %j", async (token) => {
    const code = (await failure(api().caller().account.setPassword({ token, password: "a brand new one" })))?.code;
    expect(["LINK_SPENT", "INVALID"]).toContain(code);
  });
});

describe("a profile", () => {
  const profile = { name: "  Ánh   Tuyết ", locale: "vi" as const, country: "VN", timeZone: "Asia/Ho_Chi_Minh", avatar: 42 };

  it("is kept as its owner wrote it, tidied", async () => {
    const person = await api().person("learner");
    await callerOf(person).account.saveProfile(profile);
    const { name: _, ...rest } = profile;
    expect(await callerOf(person).account.me()).toMatchObject({ ...rest, username: "Ánh Tuyết", hasPassword: true, emailVerified: false });
    await callerOf(person).account.saveProfile({ ...profile, country: null, timeZone: null });
    expect(await callerOf(person).account.me()).toMatchObject({ country: null, timeZone: null });
  });

  it.each([
    ["name", ""], ["name", "x".repeat(81)], ["name", "a\u0000b"], ["country", "XX"], ["country", "vn"], ["timeZone", "Mars/Olympus"], ["timeZone", "'; drop table users --"],
    ["locale", "no language"], ["avatar", 240], ["avatar", -1], ["avatar", 1.5], ["roles", ["admin"]], ["email", "other@quickfire.test"], ["userId", randomUUID()], ["__proto__x", 1],
  ])("is refused for %s: %j", async (field, value) => {
    const person = await api().person("learner");
    expect(await failure(callerOf(person).account.saveProfile({ ...profile, [field]: value }))).toMatchObject({ code: "INVALID", issues: [{ path: [field] }] });
  });

  it("keeps markup and quotes as the text that they are", async () => {
    const person = await api().person("learner");
    const name = `<img src=x onerror=alert(1)> "'; drop table users; --`;
    await callerOf(person).account.saveProfile({ ...profile, name });
    expect((await callerOf(person).account.me()).username).toBe(name);
  });
});

describe("a password", () => {
  it("is changed by who knows it, and every other session ends at once", async () => {
    const person = await api().person("author");
    const elsewhere = (await api().rest().post<{ accessToken: string; refreshToken: string }>("/auth/token", { email: person.email, password })).body;
    expect((await api().rest(elsewhere.accessToken).get("/quizzes")).status).toBe(200);
    expect(await failure(callerOf(person).account.changePassword({ current: "not it", next: "a brand new one" }))).toMatchObject({ code: "WRONG_PASSWORD", issues: [{ path: ["current"] }] });
    await callerOf(person).account.changePassword({ current: password, next: "a brand new one" });
    expect((await api().rest(elsewhere.accessToken).get("/quizzes")).status).toBe(401);
    expect((await api().rest().post("/auth/refresh", { refreshToken: elsewhere.refreshToken })).status).toBe(401);
    expect((await person.rest.get("/quizzes")).status).toBe(200);
    expect(await letterTo(person.email, "password-changed")).toBeDefined();
  });

  it("can't be guessed in an open browser", async () => {
    const strict = strictly();
    const user = await strict.person("author");
    const caller = strict.caller({ user, ip: randomAddress() });
    const codes: (string | undefined)[] = [];
    for (let guess = 0; guess < 5; guess += 1) codes.push((await failure(caller.account.changePassword({ current: `guess ${guess}`, next: "a brand new one" })))?.code);
    expect(codes).toEqual(["WRONG_PASSWORD", "WRONG_PASSWORD", "WRONG_PASSWORD", "RATE_LIMITED", "RATE_LIMITED"]);
  });
});

describe("sessions", () => {
  it("are listed with the device, and end one by one by their owner's hand alone", async () => {
    const [person, stranger] = [await api().person("author"), await api().person("author")];
    const program = (await api().rest(undefined, { "user-agent": "curl/8.5.0" }).post<{ accessToken: string }>("/auth/token", { email: person.email, password })).body;
    const listed = await callerOf(person).session.list();
    expect(listed.map(({ kind, device, current }) => [kind, device, current]).toSorted()).toEqual([["pages", "tests", true], ["program", "tests", false]]);
    const other = present(listed.find(({ current }) => !current));
    expect(await failure(callerOf(stranger).session.revoke({ sessionId: other.sessionId }))).toMatchObject({ code: "NOT_FOUND" });
    expect((await api().rest(program.accessToken).get("/quizzes")).status).toBe(200);
    await callerOf(person).session.revoke({ sessionId: other.sessionId });
    expect((await api().rest(program.accessToken).get("/quizzes")).status).toBe(401);
    expect(await failure(callerOf(person).session.revoke({ sessionId: other.sessionId }))).toMatchObject({ code: "NOT_FOUND" });
    expect(await callerOf(person).session.list()).toHaveLength(1);
  });
});

describe("an API key", () => {
  it("opens what its scopes name and nothing else, until it is revoked", async () => {
    const person = await api().person("author");
    const quizId = await createQuiz(person);
    const made = await callerOf(person).apiKey.create({ name: "Reports", scopes: ["quizzes:read"] });
    const rest = api().rest(made.key);
    expect((await rest.get(`/quizzes/${quizId}`)).status).toBe(200);
    expect((await rest.delete(`/quizzes/${quizId}`)).body).toMatchObject({ status: 403, code: "FORBIDDEN", detail: "This key is not good for “quizzes:write”" });
    expect((await rest.post("/games", { quizId })).status).toBe(403);
    expect(JSON.stringify(await callerOf(person).apiKey.list())).not.toContain(made.key);
    expect(api().logged.join("")).not.toContain(made.key);
    await callerOf(person).apiKey.revoke({ apiKeyId: made.apiKeyId });
    expect((await rest.get(`/quizzes/${quizId}`)).status).toBe(401);
  });

  it("opens no more than its owner may do, and nobody else revokes it", async () => {
    const [learner, stranger] = [await api().person("learner"), await api().person("author")];
    const made = await callerOf(learner).apiKey.create({ name: "All", scopes: [...apiScopes], days: 1 });
    expect((await api().rest(made.key).get("/quizzes")).status).toBe(403);
    expect(await failure(callerOf(stranger).apiKey.revoke({ apiKeyId: made.apiKeyId }))).toMatchObject({ code: "NOT_FOUND" });
    expect(await callerOf(learner).apiKey.list()).toMatchObject([{ name: "All", start: made.key.slice(0, 9), expiresAt: expect.any(String) }]);
  });

  it.each([
    ["name", { name: " " }], ["scopes", { scopes: [] }], ["scopes", { scopes: ["everything"] }], ["days", { days: 0 }], ["days", { days: 367 }], ["userId", { userId: randomUUID() }],
  ])("is refused for its %s", async (field, wrong) => {
    const person = await api().person("author");
    const refused = await failure(callerOf(person).apiKey.create({ name: "k", scopes: ["play"], ...wrong } as never));
    expect(refused).toMatchObject({ code: "INVALID" });
    expect(refused?.issues?.[0]?.path[0]).toBe(field);
  });

  it("is of a known scope at every endpoint that takes a user", () => {
    for (const { method, path, scope } of restEndpoints.map((endpoint) => ({ ...endpoint, scope: scopeNamed(endpoint) }))) expect(scope, `${method} ${path}`).not.toBeNull();
  });

  it("that was made up is refused, and whoever tries many has to wait", async () => {
    const strict = strictly();
    const rest = strict.rest("qf_made-up");
    const statuses: number[] = [];
    for (let guess = 0; guess < 4; guess += 1) statuses.push((await rest.get("/quizzes")).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
  });
});

describe("a program", () => {
  it("that calls too often is told when to come back, by its token and not by its address", async () => {
    const strict = strictly();
    const [person, neighbour] = [await strict.person("author"), await strict.person("author")];
    for (let call = 0; call < 3; call += 1) expect((await person.rest.get("/quizzes")).status).toBe(200);
    const stopped = await person.rest.get("/quizzes");
    expect(stopped.body).toMatchObject({ status: 429, code: "RATE_LIMITED" });
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await neighbour.rest.get("/quizzes")).status).toBe(200);
  });
});

describe("an admin", () => {
  const roleCall = (userId: Person["userId"], roles: Person["roles"], seen: Person["roles"]) => ({ userId, roles: [...roles], seen: [...seen] });

  it("finds people, gives and takes roles, and what they may do changes at once", async () => {
    const [admin, person] = [await api().person("admin"), await api().person("learner")];
    const found = await callerOf(admin).user.list({ search: person.email, role: "learner" });
    expect(found.items).toMatchObject([{ userId: person.userId, roles: ["learner"], lastSeenAt: expect.any(String) }]);
    expect(JSON.stringify(found)).not.toMatch(/argon2|passwordHash/);
    expect((await person.rest.get("/quizzes")).status).toBe(403);
    await callerOf(admin).user.setRoles(roleCall(person.userId, ["learner", "author"], ["learner"]));
    expect((await person.rest.get("/quizzes")).status).toBe(200);
    expect(await failure(callerOf(admin).user.setRoles(roleCall(person.userId, ["admin"], ["learner"])))).toMatchObject({ code: "STALE" });
    expect(api().logged.join("")).toContain("an admin changed an account");
  });

  it("disables an account at once, with its sessions and keys, and enables it again", async () => {
    const [admin, person] = [await api().person("admin"), await api().person("author")];
    const { key } = await callerOf(person).apiKey.create({ name: "k", scopes: ["quizzes:read"] });
    const rest = [person.rest, api().rest(key)];
    for (const one of rest) expect((await one.get("/quizzes")).status).toBe(200);
    await callerOf(admin).user.setDisabled({ userId: person.userId, disabled: true });
    for (const one of rest) expect((await one.get("/quizzes")).status).toBe(401);
    expect((await api().rest().post("/auth/token", { email: person.email, password })).status).toBe(401);
    await callerOf(admin).user.setDisabled({ userId: person.userId, disabled: false });
    expect((await api().rest().post("/auth/token", { email: person.email, password })).status).toBe(200);
  });

  it("takes neither their own role nor their own sign-in, and is heard only while they are one", async () => {
    const [admin, other] = [await api().person("admin"), await api().person("admin")];
    expect(await failure(callerOf(admin).user.setRoles(roleCall(admin.userId, ["author"], ["admin"])))).toMatchObject({ code: "OWN_ACCESS" });
    expect(await failure(callerOf(admin).user.setDisabled({ userId: admin.userId, disabled: true }))).toMatchObject({ code: "OWN_ACCESS" });
    await callerOf(admin).user.setRoles(roleCall(other.userId, ["author"], ["admin"]));
    // A session whose roles have not been looked up again yet.
    expect(await failure(callerOf(other).user.setRoles(roleCall(admin.userId, ["author"], ["admin"])))).toMatchObject({ code: "FORBIDDEN" });
  });

  it.each([["search", { search: "a\u0000" }], ["role", { role: "owner" }], ["cursor", { cursor: "bm9uc2Vuc2U" }], ["limit", { limit: 101 }], ["orderBy", { orderBy: "passwordHash" }]])("is refused for a strange %s", async (field, asked) => {
    const admin = await api().person("admin");
    expect(await failure(callerOf(admin).user.list(asked as never))).toMatchObject({ code: "INVALID", issues: [{ path: [field] }] });
  });
});

function scopeNamed({ auth, method, path }: { auth: string; method: string; path: string }) {
  return auth === "none" ? "open" : scopeOf({ method, path });
}

const strictly = useApi({ signIn: 2, badTokens: 2, api: 3 });
