// @vitest-environment node
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parseEnv, webVariables } from "./env";

const enough = { DATABASE_URL: "postgres://localhost/quickfire", REDIS_URL: "redis://localhost:6379", AUTH_SECRET: "a-secret-that-is-long-enough-for-this" };

describe("the environment of web", () => {
  it("needs a database, a Redis and a secret; all the rest has a default", () => {
    expect(parseEnv(enough)).toMatchObject({
      ok: true,
      env: { PUBLIC_WEB_URL: "http://localhost:3000", PUBLIC_WS_URL: "ws://localhost:8090", SHARDS: 16, LOG_LEVEL: "info", LIMIT_SIGN_IN: 5, LIMIT_WRONG_CODES: 10 },
    });
  });

  it("is refused with one line for each variable that is missing, an empty one included", () => {
    expect(parseEnv({ ...enough, DATABASE_URL: undefined, AUTH_SECRET: "" })).toEqual({ ok: false, problems: ["DATABASE_URL is missing", "AUTH_SECRET is missing"] });
  });

  it.each([
    ["DATABASE_URL", "mysql://localhost/x"],
    ["REDIS_URL", "redis://localhost:6379,localhost:6380"],
    ["AUTH_SECRET", "short"],
    ["PUBLIC_WEB_URL", "localhost:3000"],
    ["PUBLIC_WS_URL", "http://localhost:8090"],
    ["METRICS_TOKEN", "short"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, proxy"],
    ["WEB_PORT", "70000"],
    ["SHARDS", "none"],
    ["LOG_LEVEL", "loud"],
    ["LIMIT_SIGN_IN", "0"],
    ["LIMIT_API", "many"],
    ["SMTP_URL", "http://mail.example"],
    ["MAIL_FROM", "nobody"],
    ["ADMIN_EMAIL", "nobody"],
    ["NODE_ENV", "staging"],
  ])("is refused with one line that names %s and not what it holds", (name, value) => {
    const parsed = parseEnv({ ...enough, [name]: value });
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} .+`));
    expect(problems[0]).not.toContain(value);
  });

  it.each([
    [{ GITHUB_ID: "x" }, ["GITHUB_SECRET is missing"]],
    [{ GOOGLE_SECRET: "x" }, ["GOOGLE_ID is missing"]],
    [{ OIDC_ISSUER: "https://login.example" }, ["OIDC_ID is missing", "OIDC_SECRET is missing"]],
    [{ OIDC_ISSUER: "https://login.example", OIDC_ID: "x", OIDC_SECRET: "y" }, undefined],
  ])("names a provider whole or not at all: %j", (given, problems) => {
    const parsed = parseEnv({ ...enough, ...given });
    expect(parsed.ok ? undefined : parsed.problems).toEqual(problems);
  });

  it("is listed, with its defaults, in the example", async () => {
    const example = await readFile(new URL("../../../.env.example", import.meta.url), "utf8");
    const listed = Object.fromEntries(example.split("\n").filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(/=(.*)/s).slice(0, 2)));
    expect(Object.keys(listed)).toEqual(expect.arrayContaining(webVariables));
    const parsed = parseEnv({ ...listed, ...enough });
    expect(parsed).toEqual(parseEnv(enough));
  });

  it("puts no slash at the end of an address twice", () => {
    const parsed = parseEnv({ ...enough, PUBLIC_WEB_URL: "https://quiz.example.org/", PUBLIC_WS_URL: "wss://quiz.example.org//" });
    expect(parsed).toMatchObject({ env: { PUBLIC_WEB_URL: "https://quiz.example.org", PUBLIC_WS_URL: "wss://quiz.example.org" } });
  });
});
