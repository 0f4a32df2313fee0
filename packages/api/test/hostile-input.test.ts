import { createHmac } from "node:crypto";
import { gameIdSchema } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { createTokens } from "../src";
import { restEndpoints } from "../src/rest";
import { call, inputsOf, outcome, procedureNames } from "./support/call-procedure";
import { present } from "./support/present";
import { openGame } from "./support/quizzes";
import { sampleOf, textsIn, withText } from "./support/sample-input";
import { useApi } from "./support/use-api";

const api = useApi();
const secret = "a-secret-for-tests-that-is-long-enough";

/** What has broken something somewhere: SQL, markup, templates, formulas, paths, headers, patterns; and texts that are none. */
const hostile = [
  `'"; drop table users; -- <script>alert(1)</script> =cmd()|' \${x} {{7*7}} ../../etc/passwd \r\nSet-Cookie: a=b % _ \\`,
  "\u0000", "\ud800", "__proto__", "x".repeat(100_000),
];

describe("hostile text", () => {
  it("in any text field of any procedure is refused, or kept as the text that it is, and trips nothing", async () => {
    const user = await api().person("learner", "author", "admin");
    const anybody = api().context({ user });
    const tripped: string[] = [];
    let asked = 0;
    for (const path of procedureNames) {
      const sample = Object.assign({}, ...inputsOf(path).map(sampleOf)) as unknown;
      for (const place of textsIn(sample)) {
        for (const text of hostile.slice(0, 3)) {
          asked += 1;
          const code = await outcome(call(anybody, path, withText(sample, place, text)));
          if (code === "INTERNAL") tripped.push(`${path}: ${place.join(".")} = ${JSON.stringify(text.slice(0, 20))}`);
        }
      }
    }
    expect(tripped).toEqual([]);
    expect(asked).toBeGreaterThan(300);
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    expect(await api().services.users.byId(user.userId)).not.toBeNull();
  }, 60_000);

  it("in any part of any address of REST is refused, or taken for text", async () => {
    const { rest } = await api().person("learner", "author", "admin");
    const tripped: string[] = [];
    for (const { method, path, query } of restEndpoints) {
      const usual = path.replaceAll(/\{\w+\}/g, "0193a2a4-0000-7000-8000-000000000000");
      const addresses = hostile.slice(0, 4).flatMap((text) => {
        const written = encodeURIComponent(Buffer.from(text).toString());
        const inPath = path.includes("{") ? [path.replaceAll(/\{\w+\}/g, written)] : [];
        return [...inPath, ...Object.keys(query.shape).map((name) => `${usual}?${name}=${written}`)];
      });
      for (const address of addresses) {
        const { status } = await rest.send(method, address);
        // A board that nobody has made here yet is busy.
        if (status >= 500 && status !== 503) tripped.push(`${method} ${address}: ${status}`);
      }
    }
    expect(tripped).toEqual([]);
  });
});

describe("a token", () => {
  it("that is forged, too old, of another kind, or cut short opens nothing, and counts as such", async () => {
    const author = await api().person("author");
    const { gameId } = await openGame(author);
    const claims = { userId: author.userId, sessionId: present(author.sessionId), username: "x", roles: ["admin" as const] };
    const made = (options: { secret: string; now: () => number }) => createTokens(options).access.issue(claims);
    const [head = "", body = "", signature = ""] = author.token.split(".");
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = (text: string) => `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
    const tokens = {
      "signed by another": await made({ secret: "another-secret-that-is-long-enough", now: Date.now }),
      "of an hour ago": await made({ secret, now: () => Date.now() - 3_600_000 }),
      "without a signature": `${encoded({ alg: "none", typ: "JWT" })}.${body}.`,
      "with a signature that says none": signed(`${encoded({ alg: "none", typ: "JWT" })}.${body}`),
      "without an end": signed(`${head}.${encoded({ ...claims, iss: "quickfire", aud: "quickfire:access" })}`),
      "for a socket": await api().services.tokens.socket.issue({ role: "host", gameId: gameIdSchema.parse(gameId), userId: author.userId }),
      "cut short": `${head}.${body}.${signature.slice(0, -2)}`,
      "of another payload": `${head}.${encoded({ ...claims })}.${signature}`,
      "no token": "a b", "a key that never was": "qf_0000000000000000000000000000000000000000000", "endless": "x".repeat(7_000),
    };
    for (const [kind, token] of Object.entries(tokens)) {
      for (const path of ["/quizzes", "/leaderboard", `/games/${gameId}`]) expect((await api().rest(token).get(path)).status, `${kind} at ${path}`).toBe(401);
    }
    expect((await author.rest.get(`/games/${gameId}`)).status).toBe(200);
    expect(await api().services.metrics.registry.metrics()).toMatch(/quickfire_bad_tokens_total\{kind="bearer"[^}]*\} [1-9]/);
  });

  it("of a session that has ended opens nothing, however long it would have lasted", async () => {
    const author = await api().person("author");
    expect((await author.rest.get("/quizzes")).status).toBe(200);
    await api().caller({ user: author }).session.revoke({ sessionId: present(author.sessionId) });
    expect((await author.rest.get("/quizzes")).status).toBe(401);
  });
});

describe("two clicks at once", () => {
  it("revoke a key once, change roles once, and sign a device out once", async () => {
    const [author, admin] = [await api().person("author"), await api().person("admin")];
    const desk = api().caller({ user: author });
    const { apiKeyId } = await desk.apiKey.create({ name: "Register", scopes: ["quizzes:read"] });
    const twice = async (click: () => Promise<unknown>) => (await Promise.all([outcome(click()), outcome(click())])).sort();
    expect(await twice(() => desk.apiKey.revoke({ apiKeyId }))).toEqual(["NOT_FOUND", "done"]);
    expect(await twice(() => api().caller({ user: admin }).user.setRoles({ userId: author.userId, roles: ["learner"], seen: ["author"] }))).toEqual(["STALE", "done"]);
    const elsewhere = await api().services.sessions.begin({ userId: author.userId, device: "" });
    expect(await twice(() => desk.session.revoke({ sessionId: elsewhere }))).toEqual(["NOT_FOUND", "done"]);
  });
});
