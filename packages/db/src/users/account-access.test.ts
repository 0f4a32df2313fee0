import { randomUUID } from "node:crypto";
import { type UserId, userIdSchema } from "@quickfire/engine";
import { createFakeClock } from "@quickfire/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { createAuditRepository } from "../audit/audit-repository";
import { apiKeys } from "../schema/api-keys";
import { mailedTokens } from "../schema/mailed-tokens";
import { users } from "../schema/users";
import { createApiKeyRepository, mostApiKeys } from "./api-key-repository";
import { createLinkedSignInRepository } from "./linked-sign-in-repository";
import { createMailedTokenRepository } from "./mailed-token-repository";
import { createRefreshTokenRepository } from "./refresh-token-repository";
import { createSessionRepository, sessionLifetimeMs } from "./session-repository";
import { createUserAdministration } from "./user-administration";
import { createUserRepository } from "./user-repository";
import type { Role } from "./user-repository.types";

const database = useDatabase();
const dayMs = 24 * 60 * 60 * 1000;

async function account(more: { roles?: Role[]; password?: string; proved?: boolean } = {}) {
  const made = await createUserRepository(database()).create({ name: "Mai", email: `${randomUUID()}@example.test`, password: more.password ?? null, roles: more.roles ?? ["author"] });
  if (!made.ok) throw new Error(made.error);
  if (more.proved) await database().db.update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.id, made.value.userId));
  return made.value;
}

const by = ({ userId }: { userId: UserId }) => ({ userId, ip: "203.0.113.9", userAgent: "tests" });
const disable = (userId: string) => database().db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, userIdSchema.parse(userId)));

function at(clock = createFakeClock()) {
  const options = { now: clock.now };
  return {
    clock,
    sessions: createSessionRepository(database(), options),
    refresh: createRefreshTokenRepository(database(), options),
    mailed: createMailedTokenRepository(database(), options),
    keys: createApiKeyRepository(database(), options),
    linked: createLinkedSignInRepository(database(), options),
    administration: createUserAdministration(database(), options),
    users: createUserRepository(database(), options),
  };
}

describe("sessions", () => {
  it("hold until they are revoked, expire, or their account is disabled, and nobody revokes another's", async () => {
    const { sessions, clock } = at();
    const [owner, stranger] = [await account(), await account()];
    const [one, two] = [await sessions.begin({ userId: owner.userId, device: "Firefox, Windows" }), await sessions.begin({ userId: owner.userId, device: "Safari, iPhone" })];
    expect(await sessions.look(one)).toMatchObject({ userId: owner.userId });
    expect(await sessions.revoke({ userId: stranger.userId, sessionId: one })).toBe(false);
    expect(await sessions.revoke({ userId: owner.userId, sessionId: one })).toBe(true);
    expect(await sessions.revoke({ userId: owner.userId, sessionId: one })).toBe(false);
    expect(await sessions.look(one)).toBeNull();
    expect((await sessions.ofUser(owner.userId)).map(({ sessionId }) => sessionId)).toEqual([two]);
    clock.advance(sessionLifetimeMs);
    expect(await sessions.look(two)).toBeNull();
    const three = await sessions.begin({ userId: owner.userId, device: "" });
    const listed = await at().administration.list({ search: owner.email });
    expect(listed.ok && listed.value.items[0]?.lastSeenAt).toBe(new Date(clock.now()).toISOString());
    await disable(owner.userId);
    expect(await sessions.look(three)).toBeNull();
  });

  it("tell when they were last seen, to the minute, the newest first, programs' among them", async () => {
    const { sessions, refresh, clock } = at();
    const { userId } = await account();
    const first = await sessions.begin({ userId, device: "Firefox, Windows" });
    await refresh.issue({ userId, device: "curl" });
    clock.advance(90_000);
    await sessions.look(first);
    const listed = await sessions.ofUser(userId);
    expect(listed.map(({ kind, device }) => [kind, device])).toEqual([["pages", "Firefox, Windows"], ["program", "curl"]]);
    expect(Date.parse(listed[0]?.lastSeenAt ?? "")).toBe(clock.now());
  });

  it("end with the password, but for the one that changed it", async () => {
    const { sessions, refresh, users: accounts } = at();
    const { userId, email } = await account({ password: "the first one" });
    const [here, there, program] = [await sessions.begin({ userId, device: "" }), await sessions.begin({ userId, device: "" }), await refresh.issue({ userId, device: "" })];
    expect(await accounts.changePassword({ userId, current: "a wrong one", next: "the second one", keep: here })).toEqual({ ok: false, error: "WRONG_PASSWORD" });
    expect(await sessions.look(there)).not.toBeNull();
    expect(await accounts.changePassword({ userId, current: "the first one", next: "the second one", keep: here })).toMatchObject({ ok: true });
    expect(await sessions.look(here)).not.toBeNull();
    expect(await sessions.look(there)).toBeNull();
    expect(await refresh.rotate(program.refreshToken)).toEqual({ ok: false, error: "INVALID" });
    expect(await accounts.verifySignIn({ email, password: "the first one" })).toBeNull();
  });

  it("see one of two simultaneous changes of the same password", async () => {
    const { users: accounts } = at();
    const { userId } = await account({ password: "the first one" });
    const outcomes = await Promise.all(["second", "third"].map((next) => accounts.changePassword({ userId, current: "the first one", next: `the ${next} one` })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("what is mailed", () => {
  it("proves an address once, within two days, and for the address that the account still has", async () => {
    const { mailed, clock, users: accounts } = at();
    const { userId, email } = await account();
    const issue = (to = email) => mailed.issue({ userId, purpose: "prove-address", email: to });
    const [used, late, elsewhere] = [await issue(), await issue(), await issue("other@example.test")];
    expect(await mailed.proveAddress(elsewhere)).toBeNull();
    expect((await accounts.byId(userId))?.emailVerified).toBe(false);
    const outcomes = await Promise.all([mailed.proveAddress(used), mailed.proveAddress(used)]);
    expect(outcomes.filter((outcome) => outcome?.emailVerified)).toHaveLength(1);
    clock.advance(2 * dayMs);
    expect(await mailed.proveAddress(late)).toBeNull();
    for (const made of ["", "made up", "\u0000"]) expect(await mailed.proveAddress(made)).toBeNull();
  });

  it("sets a password once: one of two at once, never with a token of the other kind, and no other link after it", async () => {
    const { mailed, sessions, users: accounts } = at();
    const { userId, email } = await account({ password: "forgotten one" });
    const session = await sessions.begin({ userId, device: "" });
    const issue = (purpose: "prove-address" | "new-password") => mailed.issue({ userId, purpose, email });
    expect(await mailed.setPassword({ token: await issue("prove-address"), password: "somebody's" })).toBeNull();
    const [token, other] = [await issue("new-password"), await issue("new-password")];
    expect(await mailed.proveAddress(token)).toBeNull();
    const outcomes = await Promise.all(["mine 12345", "yours 12345"].map((password) => mailed.setPassword({ token, password })));
    expect(outcomes.filter((outcome) => outcome !== null)).toMatchObject([{ emailVerified: true, userId }]);
    expect(await mailed.setPassword({ token: other, password: "too late" })).toBeNull();
    expect(await sessions.look(session)).toBeNull();
    expect(await accounts.verifySignIn({ email, password: "forgotten one" })).toBeNull();
  });

  it("is late after an hour for a password, and good for no disabled account", async () => {
    const { mailed, clock } = at();
    const { userId, email } = await account();
    const late = await mailed.issue({ userId, purpose: "new-password", email });
    clock.advance(60 * 60 * 1000);
    expect(await mailed.setPassword({ token: late, password: "a new one" })).toBeNull();
    const disabled = await mailed.issue({ userId, purpose: "new-password", email });
    await disable(userId);
    expect(await mailed.setPassword({ token: disabled, password: "a new one" })).toBeNull();
  });

  it("takes the keys of whoever made an account with an address that was not theirs, and leaves those of an owner", async () => {
    const { mailed, keys } = at();
    for (const proved of [false, true]) {
      const { userId, email } = await account({ proved });
      const made = await keys.create({ userId, name: "k", scopes: ["quizzes:read"], expiresAt: null });
      if (!made.ok) throw new Error(made.error);
      await mailed.setPassword({ token: await mailed.issue({ userId, purpose: "new-password", email }), password: "a new one" });
      expect((await keys.look(made.value.key)) !== null).toBe(proved);
    }
  });

  it("is stored as a hash alone", async () => {
    const { mailed } = at();
    const { userId, email } = await account();
    const token = await mailed.issue({ userId, purpose: "new-password", email });
    expect(JSON.stringify(await database().db.select().from(mailedTokens).where(eq(mailedTokens.userId, userId)))).not.toContain(token);
  });
});

describe("signing in by a provider", () => {
  const identity = (more: { email: string; subject?: string; emailVerified?: boolean }) => ({ provider: "oidc", subject: more.subject ?? randomUUID(), name: "Mai", emailVerified: true, roles: ["learner" as const], ...more });

  it("makes an account with a proved address, and knows it again when the address has changed there", async () => {
    const { linked } = at();
    const first = identity({ email: `${randomUUID()}@Example.test` });
    const entered = await linked.enter(first);
    expect(entered).toMatchObject({ ok: true, value: { isNew: true, account: { email: first.email.toLowerCase(), emailVerified: true, hasPassword: false } } });
    const again = await linked.enter({ ...first, email: "moved@example.test", emailVerified: false });
    expect(again).toMatchObject({ ok: true, value: { isNew: false, account: { userId: entered.ok && entered.value.account.userId } } });
  });

  it("links to an account only where both sides have proved the address", async () => {
    const { linked } = at();
    const [proved, stranger] = [await account({ proved: true }), await account()];
    expect(await linked.enter(identity({ email: proved.email, emailVerified: false }))).toEqual({ ok: false, error: "UNVERIFIED" });
    expect(await linked.enter(identity({ email: stranger.email }))).toEqual({ ok: false, error: "ADDRESS_IN_USE" });
    expect(await linked.enter(identity({ email: proved.email }))).toMatchObject({ ok: true, value: { isNew: false, account: { userId: proved.userId } } });
    await disable(proved.userId);
    expect(await linked.enter(identity({ email: proved.email }))).toEqual({ ok: false, error: "DISABLED" });
  });

  it("makes one account of two first sign-ins at once", async () => {
    const { linked } = at();
    const same = identity({ email: `${randomUUID()}@example.test` });
    const entered = await Promise.all([linked.enter(same), linked.enter(same)]);
    expect(new Set(entered.map((one) => one.ok && one.value.account.userId)).size).toBe(1);
    expect(entered.filter((one) => one.ok && one.value.isNew)).toHaveLength(1);
  });
});

describe("api keys", () => {
  it("are shown once, stored as a hash, and open what they say until they are revoked, late, or their account is disabled", async () => {
    const { keys, clock } = at();
    const [owner, stranger] = [await account(), await account()];
    const make = async (expiresAt: string | null) => {
      const made = await keys.create({ userId: owner.userId, name: "Reports", scopes: ["games:read"], expiresAt });
      if (!made.ok) throw new Error(made.error);
      return made.value;
    };
    const [lasting, short] = [await make(null), await make(new Date(clock.now() + dayMs).toISOString())];
    expect(lasting.key).toMatch(/^qf_[\w-]{43}$/);
    expect(JSON.stringify([await keys.ofUser(owner.userId), await database().db.select().from(apiKeys)])).not.toContain(lasting.key.slice(12));
    expect(await keys.look(lasting.key)).toMatchObject({ account: { userId: owner.userId }, scopes: ["games:read"] });
    expect((await keys.ofUser(owner.userId)).find(({ apiKeyId }) => apiKeyId === lasting.apiKeyId)?.lastUsedAt).toBe(new Date(clock.now()).toISOString());
    expect(await keys.revoke({ userId: stranger.userId, apiKeyId: lasting.apiKeyId })).toBe(false);
    clock.advance(dayMs);
    expect(await keys.look(short.key)).toBeNull();
    expect(await keys.revoke({ userId: owner.userId, apiKeyId: lasting.apiKeyId })).toBe(true);
    expect(await keys.look(lasting.key)).toBeNull();
    const another = await make(null);
    await disable(owner.userId);
    expect(await keys.look(another.key)).toBeNull();
    for (const wrong of ["qf_", "", "qf_made-up", "\u0000"]) expect(await keys.look(wrong)).toBeNull();
  });

  it("are no more than twenty, also where many are made at once", async () => {
    const { keys } = at();
    const userId = await insertUser(database());
    const made = await Promise.all(Array.from({ length: mostApiKeys + 4 }, () => keys.create({ userId, name: "k", scopes: [], expiresAt: null })));
    expect(made.filter(({ ok }) => ok)).toHaveLength(mostApiKeys);
    expect(made.find(({ ok }) => !ok)).toEqual({ ok: false, error: "TOO_MANY" });
  });
});

describe("looking after accounts", () => {
  it("finds accounts by words, role and state, page by page, and takes wildcards for what they are", async () => {
    const { administration, users: accounts } = at();
    const word = `w${randomUUID().slice(0, 8)}`;
    for (const name of [`Ann ${word}`, `Bo ${word}`, `100% ${word}`]) await accounts.create({ name, email: `${randomUUID()}@example.test`, password: null, roles: name.startsWith("Bo") ? ["admin"] : ["learner"] });
    const names = async (asked: Parameters<typeof administration.list>[0]) => {
      const page = await administration.list(asked);
      return page.ok ? page.value.items.map(({ name }) => name.split(" ")[0]) : page.error;
    };
    expect(await names({ search: word })).toEqual(["100%", "Bo", "Ann"]);
    expect(await names({ search: `${word} 0%` })).toEqual(["100%"]);
    expect(await names({ search: `${word} %n_` })).toEqual([]);
    expect(await names({ search: word, role: "admin" })).toEqual(["Bo"]);
    expect(await names({ search: word, disabled: true })).toEqual([]);
    const first = await administration.list({ search: word, limit: 2 });
    expect(await names({ search: word, limit: 2, cursor: first.ok ? (first.value.nextCursor ?? "") : "" })).toEqual(["Ann"]);
    expect(await names({ cursor: "nonsense" })).toBe("BAD_CURSOR");
  });

  it("changes roles from what the admin saw, and refuses who is no admin any more", async () => {
    const { administration } = at();
    const [admin, author] = [await account({ roles: ["admin"] }), await account()];
    const change = { by: by(admin), userId: author.userId, seen: ["author"] as Role[] };
    expect(await administration.setRoles({ ...change, roles: ["learner", "author"] })).toMatchObject({ ok: true, value: { roles: ["learner", "author"] } });
    expect(await administration.setRoles({ ...change, roles: [] })).toEqual({ ok: false, error: "STALE" });
    expect(await administration.setRoles({ ...change, by: by(author), roles: ["admin"] })).toEqual({ ok: false, error: "FORBIDDEN" });
    expect(await administration.setRoles({ ...change, userId: userIdSchema.parse(randomUUID()), roles: [] })).toEqual({ ok: false, error: "NOT_FOUND" });
  });

  it("never leaves nobody in charge: not by one's own hand, and not where two admins take it from each other at once", async () => {
    const { administration } = at();
    const [one, two] = [await account({ roles: ["admin"] }), await account({ roles: ["admin"] })];
    const change = (admin: typeof one, other: typeof one) => administration.setRoles({ by: by(admin), userId: other.userId, roles: ["author"], seen: ["admin"] });
    expect(await change(one, one)).toEqual({ ok: false, error: "OWN_ACCESS" });
    expect(await administration.setDisabled({ by: by(one), userId: one.userId, disabled: true })).toEqual({ ok: false, error: "OWN_ACCESS" });
    const outcomes = await Promise.all([change(one, two), change(two, one)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: "FORBIDDEN" });
  });

  it("disables an account with its sessions, and enables it without them", async () => {
    const { administration, sessions, users: accounts } = at();
    const [admin, author] = [await account({ roles: ["admin"] }), await account({ password: "a good one" })];
    const session = await sessions.begin({ userId: author.userId, device: "" });
    const change = { by: by(admin), userId: author.userId };
    const disabled = await administration.setDisabled({ ...change, disabled: true });
    expect(disabled).toMatchObject({ ok: true, value: { disabledAt: expect.any(String) } });
    expect(await administration.setDisabled({ ...change, disabled: true })).toEqual(disabled);
    expect(await accounts.verifySignIn({ email: author.email, password: "a good one" })).toBeNull();
    await administration.setDisabled({ ...change, disabled: false });
    expect(await accounts.verifySignIn({ email: author.email, password: "a good one" })).not.toBeNull();
    expect(await sessions.look(session)).toBeNull();
  });

  it("leaves a row of each change: who, whose, what, and from where; none of what changed nothing", async () => {
    const { administration, users: accounts } = at();
    const [admin, author] = [await account({ roles: ["admin"] }), await account()];
    const { userId } = author;
    await administration.setRoles({ by: by(admin), userId, roles: ["learner", "author"], seen: ["author"] });
    await administration.setRoles({ by: by(admin), userId, roles: ["author", "learner"], seen: ["learner", "author"] });
    await administration.setRoles({ by: by(admin), userId, roles: [], seen: ["author"] });
    for (const disabled of [true, true, false]) await administration.setDisabled({ by: by(admin), userId, disabled });
    await accounts.addRole({ userId, role: "admin" });
    await accounts.addRole({ userId, role: "admin" });
    const noted = await createAuditRepository(database()).search({ topic: "decisions", user: author.email });
    const { items } = noted.ok ? noted.value : { items: [] };
    expect(items.map(({ action, details, by: who, ip }) => [action, details, who, ip])).toEqual([
      ["roles", { from: "learner, author", to: "learner, author, admin" }, null, null],
      ["enable", {}, "Mai", "203.0.113.9"], ["disable", {}, "Mai", "203.0.113.9"], ["roles", { from: "author", to: "learner, author" }, "Mai", "203.0.113.9"],
    ]);
  });
});
