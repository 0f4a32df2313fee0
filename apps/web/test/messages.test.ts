import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { areas } from "@/i18n/areas";
import { locales } from "@/i18n/locales";

const folder = join(import.meta.dirname, "../messages");

function flatten(tree: object, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "object" && value !== null ? flatten(value, `${prefix}${key}.`) : [[`${prefix}${key}`, String(value)]]);
}

const read = (locale: string, area: string) => flatten(JSON.parse(readFileSync(join(folder, locale, `${area}.json`), "utf8")));

/** The names of an ICU message's arguments, without those of the branches inside it. */
function argumentsOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*([a-zA-Z]+)\s*[,}]/g)].map((match) => match[1] ?? ""))].sort();
}

describe("messages", () => {
  it("has a file for every area in every language, and no other", () => {
    for (const locale of locales) expect(readdirSync(join(folder, locale)).sort()).toEqual([...areas].map((area) => `${area}.json`).sort());
  });

  describe.each(locales.filter((locale) => locale !== "en"))("in %s", (locale) => {
    it.each([...areas])("says everything that English says in %s, with the same arguments", (area) => {
      const english = read("en", area);
      const other = new Map(read(locale, area));
      expect([...other.keys()].sort()).toEqual(english.map(([key]) => key).sort());
      for (const [key, message] of english) {
        expect({ key, names: argumentsOf(other.get(key) ?? "") }).toEqual({ key, names: argumentsOf(message) });
        expect(other.get(key), key).not.toBe("");
      }
    });
  });
});
