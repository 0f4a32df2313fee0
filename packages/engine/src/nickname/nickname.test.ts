import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nicknameProblems, parseNickname, type NicknameProblem } from "./nickname";
import { nicknameSkeleton } from "./skeleton";

const parse = (name: string, language = "en") => parseNickname(name, { language });
const problem = (name: string, language = "en") => {
  const parsed = parse(name, language);
  return parsed.ok ? null : parsed.error;
};

describe("parseNickname", () => {
  it.each([
    ["  Minh   Anh ", "Minh Anh"],
    ["Nguye\u0302\u0303n", "Nguyễn"],
    ["A\u00a0B", "A B"],
    ["李小龙", "李小龙"],
    ["Zoë-Ann O’Neil 7", "Zoë-Ann O’Neil 7"],
    ["👩‍🏫 Ms Lan", "👩‍🏫 Ms Lan"],
    ["❤️❤️", "❤️❤️"],
    ["🇻🇳🇻🇳", "🇻🇳🇻🇳"],
    ["👍🏽 ok", "👍🏽 ok"],
  ])("takes %j as %j", (raw, name) => {
    expect(parse(raw)).toEqual({ ok: true, value: name });
  });

  it.each<[string, string, NicknameProblem]>([
    ["nothing", "   ", "TOO_SHORT"],
    ["one character", "x", "TOO_SHORT"],
    ["one character of several code points", "👨‍👩‍👧‍👦", "TOO_SHORT"],
    ["25 characters", "x".repeat(25), "TOO_LONG"],
    ["more than anything can be", "x".repeat(100_000), "TOO_LONG"],
    ["a zero-width space", "Mi\u200bnh", "BAD_CHARACTERS"],
    ["a joiner between letters", "Mi\u200dnh", "BAD_CHARACTERS"],
    ["a right-to-left override", "\u202ehniM", "BAD_CHARACTERS"],
    ["a byte order mark", "\ufeffMinh", "BAD_CHARACTERS"],
    ["a line break", "Mi\nnh", "BAD_CHARACTERS"],
    ["a NUL", "Mi\u0000nh", "BAD_CHARACTERS"],
    ["a Hangul filler", "\u3164\u3164", "BAD_CHARACTERS"],
    ["an empty Braille cell", "\u2800\u2800", "BAD_CHARACTERS"],
    ["a half of a surrogate pair", "Mi\ud83d", "BAD_CHARACTERS"],
    ["letters with marks heaped upon them", `Z${"\u0300\u0301\u0302\u0303"}algo`, "BAD_CHARACTERS"],
    ["a tag that hides behind a letter", "A\u{e0041}B", "BAD_CHARACTERS"],
    ["punctuation only", "?!.", "NO_LETTERS"],
    ["a rude word", "fuck", "PROFANE"],
  ])("refuses %s", (_, raw, expected) => {
    expect(problem(raw)).toBe(expected);
    expect(nicknameProblems[expected]).toMatch(/\.$/);
  });

  it("counts characters as people do", () => {
    expect(parse("👨‍👩‍👧‍👦".repeat(24)).ok).toBe(true);
    expect(parse("Ạ\u0303".repeat(24)).ok).toBe(true);
    expect(problem("👨‍👩‍👧‍👦".repeat(25))).toBe("TOO_LONG");
  });

  it("gives back what it has accepted, unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 2, maxLength: 24 }), (raw) => {
        const parsed = parse(raw);
        fc.pre(parsed.ok);
        expect(parse(parsed.value)).toEqual(parsed);
      }),
    );
  });

  it("survives any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        expect(typeof parse(raw).ok).toBe("boolean");
      }),
    );
  });
});

describe("the profanity filter", () => {
  it.each(["Fuck", "fuuuck", "f u c k", "f.u.c.k", "F_U_C_K", "fück", "fuсk", "ｆｕｃｋ", "xX_fuck_Xx", "sh1t", "$hit", "b1tch", "a s s h o l e", "n1gger"])("stops %j in every game", (name) => {
    expect(problem(name, "en")).toBe("PROFANE");
    expect(problem(name, "vi")).toBe("PROFANE");
    expect(problem(name, "pt-BR")).toBe("PROFANE");
  });

  it("knows the quiz's language, too", () => {
    for (const name of ["địt mẹ", "ĐỊT MẸ", "Lồn", "đụ má"]) {
      expect(problem(name, "vi-VN")).toBe("PROFANE");
      expect(problem(name, "en")).toBeNull();
    }
  });

  it.each(["Scunthorpe", "Cassandra", "Hancock", "Sussex", "Dickens", "Fukuda", "Analisa", "Siriporn", "Titus", "Hassan", "Mike A B", "Player 455", "Player1455", "455"])("leaves the name %s alone", (name) => {
    expect(problem(name)).toBeNull();
  });

  it.each(["Bích Phượng", "BÍCH", "bich ngoc", "Phúc", "Dũng", "Cúc", "Ngọc", "Đức", "Tít", "Đèn Lồng", "Đĩa Bay", "Phước Đại", "Cu Tí", "Định"])("leaves the Vietnamese name %s alone", (name) => {
    expect(problem(name, "vi")).toBeNull();
  });

  it("takes a language for a language, whatever its name", () => {
    expect(problem("Minh", "constructor")).toBeNull();
    expect(problem("Minh", "")).toBeNull();
  });
});

describe("nicknameSkeleton", () => {
  it.each([
    ["case", "MINH", "minh"],
    ["spaces", "Minh Anh", "minhanh"],
    ["punctuation", "Mr. X-1", "mrx1"],
    ["Cyrillic letters", "Сара", "Capa"],
    ["Greek capitals", "ΑΝΝΑ", "ANNA"],
    ["zero and o", "B0b", "Bob"],
    ["one, l and i", "L1ly", "lily"],
    ["a bar", "|van", "Ivan"],
    ["full-width letters", "Ｍｉｎｈ", "Minh"],
    ["letters of mathematics", "𝐌𝐢𝐧𝐡", "minh"],
    ["a dotless i", "Mınh", "Minh"],
    ["Unicode form", "Nguye\u0302\u0303n", "Nguyễn"],
    ["the last sigma", "Νίκος", "ΝΊΚΟΣ"],
    ["ß and ss", "Groß", "GROSS"],
    ["an accented look-alike", "Сáра", "Cápa"],
    ["an emoji's variation", "❤️Lan", "❤Lan"],
  ])("is the same without regard to %s", (_, left, right) => {
    expect(nicknameSkeleton(left)).toBe(nicknameSkeleton(right));
  });

  it.each([["Minh", "Mính"], ["Hoa", "Hòa"], ["Dung", "Dũng"], ["Đan", "Dan"], ["Tu", "Tư"], ["An", "Anh"], ["🔥🔥", "🔥❄"]])("tells %s from %s", (left, right) => {
    expect(nicknameSkeleton(left)).not.toBe(nicknameSkeleton(right));
  });

  it("is its own skeleton, and blind to case and spaces for any name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 24 }), (name) => {
        const skeleton = nicknameSkeleton(name);
        expect(nicknameSkeleton(skeleton)).toBe(skeleton);
        expect(nicknameSkeleton(name.toUpperCase())).toBe(skeleton);
        expect(nicknameSkeleton([...name].join(" "))).toBe(skeleton);
      }),
    );
  });
});
