import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { areas } from "@/i18n/areas";
import { findLanguages } from "@/i18n/find-languages";
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

const namesOfTags = (message: string): string[] => [...message.matchAll(/<(\w+)>/g)].map(([, name = ""]) => name);

/** All that a language says in an area, each message with something in its places; throws where one can't be read. */
function speak(locale: string, area: string): void {
  const messages: unknown = JSON.parse(readFileSync(join(folder, locale, `${area}.json`), "utf8"));
  const t = createTranslator({ locale, messages: { [area]: messages } as Record<string, never>, onError: (error) => { throw error; } });
  for (const [key, message] of read(locale, area)) {
    const values = Object.fromEntries([...argumentsOf(message).map((name) => [name, 2]), ...namesOfTags(message).map((name) => [name, (chunks: string) => chunks])]);
    expect(t.markup(`${area}.${key}` as never, values as never), `${area}.${key}`).not.toBe("");
  }
}

/** The forms that a message has for amounts; a language has its own, and always `other`. */
function formsOf(message: string): string[][] {
  return [...message.matchAll(/\{\s*\w+\s*,\s*(?:plural|selectordinal)\s*,([^]*)/g)].map(([, branches = ""]) => {
    let depth = 0;
    let names = "";
    for (const character of branches) {
      if (character === "}") depth -= 1;
      if (depth < 0) break;
      if (depth === 0 && character !== "}") names += character === "{" ? " " : character;
      if (character === "{") depth += 1;
    }
    return names.split(/\s+/).filter((name) => name !== "" && !name.startsWith("="));
  });
}

describe("a language of the interface", () => {
  it("is a folder of messages, and nothing has to be told of it", () => {
    expect(locales).toEqual(findLanguages(folder));
    const place = mkdtempSync(join(tmpdir(), "messages-"));
    cpSync(folder, place, { recursive: true });
    cpSync(join(folder, "en"), join(place, "de"), { recursive: true });
    writeFileSync(join(place, "notes.txt"), "");
    expect(findLanguages(place)).toEqual([...locales, "de"].toSorted());
    rmSync(place, { recursive: true });
  });

  it.each([...locales])("in %s can say everything, with the forms for amounts that the language has", (locale) => {
    const ordinals = new Intl.PluralRules(locale, { type: "ordinal" }).resolvedOptions().pluralCategories;
    const forms = new Set<string>([...new Intl.PluralRules(locale).resolvedOptions().pluralCategories, ...ordinals]);
    for (const area of areas) {
      speak(locale, area);
      for (const [key, message] of read(locale, area)) {
        for (const names of formsOf(message)) {
          expect(names, `${area}.${key}`).toContain("other");
          expect(names.filter((name) => !forms.has(name)), `${area}.${key}`).toEqual([]);
        }
      }
    }
  });
});

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
