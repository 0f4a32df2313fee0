import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNickname } from "./nickname";
import { nicknameSkeleton } from "./skeleton";
import { suggestNickname } from "./suggest-nickname";

/** Chance that follows a script, beginning anew at its end. */
function scripted(draws: readonly number[]) {
  let next = 0;
  return (limit: number): number => (draws[next++ % draws.length] ?? 0) % limit;
}

const pairs = Array.from({ length: 41 }, (_, adjective) => Array.from({ length: 41 }, (__, animal) => [adjective, animal] as const)).flat();

describe.each(["en", "vi", "pt-BR"])("names suggested in %s", (language) => {
  it("can all be used, with and without a number", () => {
    for (const draws of pairs) {
      for (const attempt of [0, 3]) {
        const name = suggestNickname(scripted([...draws, 989]), language, attempt);
        expect(parseNickname(name, { language })).toEqual({ ok: true, value: name });
      }
    }
  });

  it("never look like one another", () => {
    const names = new Set(pairs.map((draws) => suggestNickname(scripted(draws), language)));
    expect(new Set([...names].map(nicknameSkeleton)).size).toBe(names.size);
    expect(names.size).toBeGreaterThan(800);
  });
});

describe("suggestNickname", () => {
  it("puts the adjective where the language has it", () => {
    expect(suggestNickname(() => 0, "en")).toBe("Brave Badger");
    expect(suggestNickname(() => 0, "vi-VN")).toBe("Báo Bình Tĩnh");
  });

  it("adds a number once plain names were taken", () => {
    expect(suggestNickname(() => 0, "en", 2)).toBe("Brave Badger");
    expect(suggestNickname(() => 0, "en", 3)).toBe("Brave Badger 10");
  });

  it("draws within its lists", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (draws) => {
        expect(suggestNickname(scripted(draws), "en", 5)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ \d{2,3}$/);
      }),
    );
  });
});
