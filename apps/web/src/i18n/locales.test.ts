import { describe, expect, it } from "vitest";
import { chooseLocale, localeName } from "./locales";

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

  it("knows a language by its folder alone, in its region's form where there is one", () => {
    expect(chooseLocale(undefined, "de-AT,de;q=0.9", ["de", "en"])).toBe("de");
    expect(chooseLocale(undefined, "pt-BR,pt;q=0.9", ["en", "pt", "pt-BR"])).toBe("pt-BR");
    expect(chooseLocale("de", "vi", ["de", "en", "vi"])).toBe("de");
  });
});

it("names every language in itself", () => {
  expect(["en", "vi", "de", "fr"].map(localeName)).toEqual(["English", "Tiếng Việt", "Deutsch", "Français"]);
});
