// @vitest-environment node
import { describe, expect, it } from "vitest";
import { mayReadMetrics } from "./may-read-metrics";
import { peerHeader } from "./peer-address";

const from = (peer: string, more: Record<string, string> = {}) => new Headers({ [peerHeader]: peer, ...more });
const token = "a-token-for-metrics";

describe("the metrics of web", () => {
  it("are for this machine", () => {
    expect(mayReadMetrics(from("127.0.0.1"), undefined)).toBe(true);
    expect(mayReadMetrics(from("::1"), undefined)).toBe(true);
    expect(mayReadMetrics(from("::ffff:127.0.0.1", { "x-forwarded-for": "127.0.0.1" }), undefined)).toBe(true);
  });

  it("are not for another one, also behind a proxy on this machine", () => {
    expect(mayReadMetrics(from("203.0.113.9"), undefined)).toBe(false);
    expect(mayReadMetrics(from("127.0.0.1", { "x-forwarded-for": "203.0.113.9" }), undefined)).toBe(false);
    expect(mayReadMetrics(from("203.0.113.9", { "x-forwarded-for": "127.0.0.1" }), undefined)).toBe(false);
    expect(mayReadMetrics(new Headers(), undefined)).toBe(false);
  });

  it("are for whoever has the token, from anywhere", () => {
    expect(mayReadMetrics(from("203.0.113.9", { authorization: `Bearer ${token}` }), token)).toBe(true);
    for (const authorization of ["", "Bearer ", `Bearer ${token}x`, token, "Bearer undefined"]) expect(mayReadMetrics(from("203.0.113.9", { authorization }), token)).toBe(false);
    expect(mayReadMetrics(from("203.0.113.9", { authorization: "Bearer undefined" }), undefined)).toBe(false);
  });
});
