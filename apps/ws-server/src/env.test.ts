import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnv } from "./env";

const least = { REDIS_URL: "redis://127.0.0.1:6379", AUTH_SECRET: "x".repeat(32) };

describe("the environment of ws-server", () => {
  it("has a default for whatever is not a secret or an address, and takes an empty value for none", () => {
    expect(readEnv({ ...least, WS_PORT: "", LOG_LEVEL: "" })).toMatchObject({ HOST: "127.0.0.1", WS_PORT: 8090, OPS_PORT: 9090, PUBLIC_WEB_URL: "http://localhost:3000", ALLOWED_ORIGINS: [], SHARDS: 16, LOG_LEVEL: "info", MAX_CONNECTIONS: 20_000 });
  });

  it("takes lists", () => {
    const env = readEnv({ ...least, REDIS_URL: "redis://a:1, redis://b:2", ALLOWED_ORIGINS: "https://one.example , https://two.example", TRUSTED_PROXIES: "10.0.0.0/8,127.0.0.1" });
    expect(env.ALLOWED_ORIGINS).toEqual(["https://one.example", "https://two.example"]);
    expect(env.TRUSTED_PROXIES.check("10.1.2.3")).toBe(true);
  });

  it("names everything that is wrong at once, without its value", () => {
    const read = () => readEnv({ AUTH_SECRET: "short", WS_PORT: "70000", ALLOWED_ORIGINS: "evil.test" });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow("REDIS_URL is missing\nAUTH_SECRET has to be a secret of at least 32 characters\nWS_PORT has to be a whole number from 0 to 65535\nALLOWED_ORIGINS has to be an http:// or https:// URL");
    expect(read).not.toThrow("short");
  });
});
