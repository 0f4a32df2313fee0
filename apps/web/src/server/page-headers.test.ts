// @vitest-environment node
import { describe, expect, it } from "vitest";
import { pageHeaders } from "./page-headers";

const local = { NODE_ENV: "production", PUBLIC_WEB_URL: "http://localhost:3000", PUBLIC_WS_URL: "ws://localhost:8090" } as const;
const directivesOf = (policy: string) => new Map(policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)]));

describe("what a page may do", () => {
  it("is to run its own scripts and to talk to its own servers", () => {
    const directives = directivesOf(pageHeaders({ nonce: "n0nce", env: local })["content-security-policy"]);
    expect(directives.get("script-src")).toEqual(["'self'", "'nonce-n0nce'", "'strict-dynamic'"]);
    expect(directives.get("connect-src")).toEqual(["'self'", "ws://localhost:8090"]);
    for (const closed of ["object-src", "base-uri", "frame-ancestors"]) expect(directives.get(closed)).toEqual(["'none'"]);
  });

  it("is evaluated only while it is developed", () => {
    expect(pageHeaders({ nonce: "n", env: { ...local, NODE_ENV: "development" } })["content-security-policy"]).toContain("'unsafe-eval'");
  });

  it("asks for https for good where the product is served so", () => {
    expect(pageHeaders({ nonce: "n", env: local })).not.toHaveProperty("strict-transport-security");
    expect(pageHeaders({ nonce: "n", env: { ...local, PUBLIC_WEB_URL: "https://quiz.example.org" } })["strict-transport-security"]).toContain("max-age=31536000");
  });
});
