import { expect, it } from "vitest";
import { KnownOrigins } from "./known-origins";

it("gives all who come from the same place with the same browser the same origin, and nobody else", () => {
  const origins = new KnownOrigins();
  const first = origins.of("10.0.0.1", "Firefox");
  expect(origins.of("10.0.0.1", "Firefox")).toBe(first);
  expect(first).toEqual({ ip: "10.0.0.1", userAgent: "Firefox" });
  expect(origins.of("10.0.0.2", "Firefox")).toEqual({ ip: "10.0.0.2", userAgent: "Firefox" });
  expect(origins.of("10.0.0.1", null)).toEqual({ ip: "10.0.0.1", userAgent: null });
  // What a browser calls itself is its own affair.
  expect(origins.of("10.0.0.1", "null")).toEqual({ ip: "10.0.0.1", userAgent: "null" });
});

it("holds on to a limited number of them", () => {
  const origins = new KnownOrigins();
  const first = origins.of("10.0.0.1", "browser 0");
  for (let n = 1; n <= 10_000; n += 1) origins.of("10.0.0.1", `browser ${n}`);
  expect(origins.of("10.0.0.1", "browser 0")).toEqual(first);
  expect(origins.of("10.0.0.1", "browser 0")).not.toBe(first);
});
