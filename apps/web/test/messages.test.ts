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

/** The names of an ICU message's arguments. Braces hold an argument, then a branch's text, then an argument again. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [position, character] of message.split("").entries()) {
    if (character === "{") depth += 1;
    if (character === "{" && depth % 2 === 1) names.add(message.slice(position + 1).match(/^\s*(\w+)/)?.[1] ?? "");
    if (character === "}") depth -= 1;
  }
  return [...names].sort();
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
