import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locales";

describe("chooseLocale", () => {
  it("takes the visitor's own choice before what the browser asks for", () => {
    expect(chooseLocale("vi", "en-GB,en;q=0.9")).toBe("vi");
  });
  it("takes the browser's most wanted language that we speak", () => {
    expect(chooseLocale(undefined, "fr-FR, en;q=0.4, vi-VN;q=0.8")).toBe("vi");
  });
  it("falls back to English for unknown choices and unknown languages", () => {
    expect(chooseLocale("xx", "de,fr;q=0.5")).toBe("en");
    expect(chooseLocale(undefined, null)).toBe("en");
  });
});
