// @vitest-environment node
import { randomInt, randomUUID } from "node:crypto";
import { migrate } from "@quickfire/db/migrate";
import { connectRedis, vouchForNothing } from "@quickfire/realtime";
import { createTestDatabase, incomingOf, type GithubProvider, type OidcProvider, startGithubProvider, startOidcProvider } from "@quickfire/testing";
import NextAuth from "next-auth";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { authOptions } from "@/server/auth-options";
import { handleTrpc } from "@/server/handle-trpc";
import { getProcess } from "@/server/process";
import { forgetProcess } from "./forget-process";

let provider: OidcProvider;
let hub: GithubProvider;
let drop: () => Promise<void>;

beforeAll(async () => {
  const fresh = await createTestDatabase({ migrate });
  drop = fresh.drop;
  provider = await startOidcProvider({ sub: "nobody", email: "nobody@example.test" });
  hub = await startGithubProvider({ id: 1, login: "nobody", name: null, email: null, emails: [] });
  const variables = {
    DATABASE_URL: fresh.url, REDIS_URL: inject("redisUrl"), AUTH_SECRET: "a-secret-for-tests-that-is-long-enough", LOG_LEVEL: "silent",
    OIDC_ISSUER: provider.issuer, OIDC_ID: provider.clientId, OIDC_SECRET: provider.clientSecret, OIDC_NAME: "School",
    GITHUB_URL: hub.url, GITHUB_ID: hub.clientId, GITHUB_SECRET: hub.clientSecret, GOOGLE_ISSUER: provider.issuer, GOOGLE_ID: provider.clientId, GOOGLE_SECRET: provider.clientSecret,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  // No worker runs here that would.
  const redis = await connectRedis(inject("redisUrl"));
  await vouchForNothing(redis, 16);
  redis.disconnect();
});
beforeEach(() => {
  provider.lie = null;
  provider.tellsInToken = false;
  provider.person = { sub: randomUUID(), name: "Thu Hà", email: `${randomUUID()}@example.test`, email_verified: true };
});
afterAll(async () => {
  forgetProcess();
  vi.unstubAllEnvs();
  await Promise.all([provider.close(), hub.close()]);
  await drop();
});

type Door = "oidc" | "github" | "google";
type Answer = { location: string | null; body: unknown };

/** One browser: it keeps its cookies from one page of next-auth to the next. */
function browser() {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(path: string, { method = "GET", query = {}, body = {} }: { method?: string; query?: Record<string, string>; body?: Record<string, string> } = {}): Promise<Answer> {
      const headers = new Map<string, string | string[]>();
      const answer: Answer = { location: null, body: null };
      const reply = {
        status: () => reply,
        getHeader: (name: string) => headers.get(name.toLowerCase()),
        setHeader(name: string, value: string | string[]) {
          headers.set(name.toLowerCase(), value);
          return reply;
        },
        json: (value: unknown) => void (answer.body = value),
        send: (value: unknown) => void (answer.body = value),
        end: () => undefined,
      };
      const request = { method, query: { ...query, nextauth: path.split("/") }, body, cookies: Object.fromEntries(cookies), headers: { host: "localhost:3000", "user-agent": "tests/1" } };
      await NextAuth(request as never, reply as never, authOptions(new Headers({ "user-agent": "tests/1" })));
      answer.location = String(headers.get("location") ?? "") || null;
      for (const line of [headers.get("set-cookie") ?? []].flat()) {
        const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
        if (value) cookies.set(name, decodeURIComponent(value));
        else cookies.delete(name);
      }
      return answer;
    },
    /** To the provider, and as far as its answer: what it sends back with. */
    async leave(by: Door = "oidc"): Promise<Record<string, string>> {
      const { csrfToken } = (await this.ask("csrf")).body as { csrfToken: string };
      const { url } = (await this.ask(`signin/${by}`, { method: "POST", body: { csrfToken, callbackUrl: "http://localhost:3000/library", json: "true" } })).body as { url: string };
      const back = await fetch(url, { redirect: "manual" });
      return Object.fromEntries(new URL(back.headers.get("location") ?? "").searchParams);
    },
    async signIn(by: Door = "oidc") {
      return this.ask(`callback/${by}`, { query: await this.leave(by) });
    },
    async me() {
      const cookie = [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
      const reply = await handleTrpc(incomingOf(new Request("http://localhost:3000/api/trpc/account.me", { headers: { cookie } })));
      return reply.status === 200 ? ((await reply.json()) as { result: { data: Record<string, unknown> } }).result.data : null;
    },
  };
}

async function account({ email, proved }: { email: string; proved: boolean }) {
  const { users, mailedTokens } = await getProcess().services();
  const made = await users.create({ name: "Mai", email, password: "a-good-password", roles: ["author"] });
  if (!made.ok) throw new Error(made.error);
  if (proved) await mailedTokens.proveAddress(await mailedTokens.issue({ userId: made.value.userId, purpose: "prove-address", email }));
  return made.value;
}

describe("signing in by a provider of OpenID Connect", () => {
  it("makes an account with the name and the proved address, and knows it again", async () => {
    const first = browser();
    expect((await first.signIn()).location).toBe("http://localhost:3000/library");
    const me = await first.me();
    expect(me).toMatchObject({ username: "Thu Hà", email: provider.person.email, emailVerified: true, hasPassword: false, roles: ["learner", "author"] });
    const again = browser();
    await again.signIn();
    expect((await again.me())?.["userId"]).toBe(me?.["userId"]);
  });

  it("comes into an account with the same address where both sides have proved it", async () => {
    const { userId } = await account({ email: provider.person.email, proved: true });
    const tab = browser();
    await tab.signIn();
    expect((await tab.me())?.["userId"]).toBe(userId);
  });

  it("is refused where one side has not, and nobody is signed in", async () => {
    await account({ email: provider.person.email, proved: false });
    const tab = browser();
    expect((await tab.signIn()).location).toContain("/signin?error=ADDRESS_IN_USE");
    expect(await tab.me()).toBeNull();
    for (const claim of [false, undefined]) {
      provider.person = { sub: randomUUID(), email: `${randomUUID()}@example.test`, email_verified: claim };
      expect((await tab.signIn()).location).toContain("/signin?error=UNVERIFIED");
      expect(await tab.me()).toBeNull();
    }
  });

  it("is refused for an account that an admin has disabled", async () => {
    const tab = browser();
    await tab.signIn();
    const { users, administration } = await getProcess().services();
    const admin = await users.create({ name: "A", email: `${randomUUID()}@example.test`, password: null, roles: ["admin"] });
    const own = await users.byEmail(provider.person.email);
    if (!admin.ok || !own) throw new Error("an account is missing");
    await administration.setDisabled({ by: { userId: admin.value.userId, ip: null, userAgent: null }, userId: own.userId, disabled: true });
    const later = browser();
    expect((await later.signIn()).location).toContain("/signin?error=DISABLED");
    expect(await later.me()).toBeNull();
  });

  it("is refused for an account that is blocked, with the end of the block", async () => {
    await browser().signIn();
    const { users, blocked } = await getProcess().services();
    const own = await users.byEmail(provider.person.email);
    const until = new Date(Date.now() + 60_000).toISOString();
    await blocked.bar({ userId: own?.userId }, until);
    const later = browser();
    expect((await later.signIn()).location).toContain(`/signin?error=${encodeURIComponent(`BLOCKED ${until}`)}`);
    expect(await later.me()).toBeNull();
  });

  it.each(["audience", "nonce", "signature"] as const)("believes no token with a wrong %s", async (lie) => {
    provider.lie = lie;
    const tab = browser();
    expect((await tab.signIn()).location).toContain("/error?error=");
    expect(await tab.me()).toBeNull();
  });

  it("takes a code once, with its own state, in the browser that asked", async () => {
    const [tab, thief] = [browser(), browser()];
    const back = await tab.leave();
    expect((await thief.ask("callback/oidc", { query: back })).location).toContain("error=");
    expect((await tab.ask("callback/oidc", { query: { ...back, state: "made up" } })).location).toContain("error=");
    expect(await tab.me()).toBeNull();
    const fresh = await tab.leave();
    expect((await tab.ask("callback/oidc", { query: fresh })).location).toBe("http://localhost:3000/library");
    const replay = browser();
    expect((await replay.ask("callback/oidc", { query: fresh })).location).toContain("error=");
    expect(await replay.me()).toBeNull();
  });

  it("keeps a name of any length and kind harmless", async () => {
    provider.person.name = `<script>alert(1)</script>\u0000\n${"x".repeat(200)}`;
    const tab = browser();
    await tab.signIn();
    const name = String((await tab.me())?.["username"]);
    expect(name.startsWith("<script>alert(1)</script> x")).toBe(true);
    expect([...name]).toHaveLength(80);
  });
});

describe("signing in by GitHub", () => {
  const somebody = (verified: boolean) => {
    const email = `${randomUUID()}@example.test`;
    const emails = [{ email: `other-${email}`, primary: false, verified: true }, { email, primary: true, verified }];
    // What the profile shows is nobody's proof.
    hub.person = { id: randomInt(1, 2 ** 40), login: "thuha", name: null, email: "shown@example.test", emails };
    return email;
  };

  it("makes an account with the first of their addresses, if it is proved there, and knows it again", async () => {
    const email = somebody(true);
    const tab = browser();
    expect((await tab.signIn("github")).location).toBe("http://localhost:3000/library");
    const me = await tab.me();
    expect(me).toMatchObject({ username: "thuha", email, emailVerified: true, hasPassword: false });
    hub.person = { ...hub.person, name: "Thu Hà", emails: [] };
    const later = browser();
    // Without an address there is nobody to find.
    expect((await later.signIn("github")).location).toMatch(/\/signin$/);
    expect(await later.me()).toBeNull();
    hub.person = { ...hub.person, emails: [{ email: "moved@example.test", primary: true, verified: true }] };
    await later.signIn("github");
    expect((await later.me())?.["userId"]).toBe(me?.["userId"]);
  });

  it("is refused with an address that GitHub has not proved, and with a state or a code of another browser", async () => {
    somebody(false);
    const tab = browser();
    expect((await tab.signIn("github")).location).toContain("/signin?error=UNVERIFIED");
    somebody(true);
    const back = await tab.leave("github");
    expect((await tab.ask("callback/github", { query: { ...back, state: "made up" } })).location).toContain("error=");
    expect((await browser().ask("callback/github", { query: await tab.leave("github") })).location).toContain("error=");
    expect(await tab.me()).toBeNull();
  });
});

describe("signing in by Google", () => {
  it("makes an account of what the signed token tells, and comes into that of the same person by another door where both have proved the address", async () => {
    provider.tellsInToken = true;
    const tab = browser();
    expect((await tab.signIn("google")).location).toBe("http://localhost:3000/library");
    const me = await tab.me();
    expect(me).toMatchObject({ username: "Thu Hà", email: provider.person.email, emailVerified: true });
    const elsewhere = browser();
    await elsewhere.signIn("oidc");
    expect((await elsewhere.me())?.["userId"]).toBe(me?.["userId"]);
  });

  it.each(["audience", "signature"] as const)("believes no token with a wrong %s, nor an address that is not proved", async (lie) => {
    provider.tellsInToken = true;
    provider.lie = lie;
    const tab = browser();
    expect((await tab.signIn("google")).location).toContain("/error?error=");
    provider.lie = null;
    provider.person = { ...provider.person, email_verified: false };
    expect((await tab.signIn("google")).location).toContain("/signin?error=UNVERIFIED");
    expect(await tab.me()).toBeNull();
  });
});
