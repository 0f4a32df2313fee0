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
    ["علی\u200cرضا", "علی\u200cرضا"],
    ["ศักดิ์ชัย", "ศักดิ์ชัย"],
    ["שָׁלוֹם", "שָׁלוֹם".normalize("NFC")],
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
    ["letters crossed out", "M\u0336i\u0336n\u0336h\u0336", "BAD_CHARACTERS"],
    ["letters in frames", "M\u20deinh", "BAD_CHARACTERS"],
    ["a joiner that parts nothing", "\u200cعلی", "BAD_CHARACTERS"],
    ["more emoji chained together than any picture has", Array.from({ length: 9 }, () => "👩").join("\u200d"), "BAD_CHARACTERS"],
    ["punctuation only", "?!.", "NO_LETTERS"],
    ["a rude word", "fuck", "PROFANE"],
  ])("refuses %s", (_, raw, expected) => {
    expect(problem(raw)).toBe(expected);
    expect(nicknameProblems[expected]).toMatch(/\.$/);
  });

  it("takes no control, mark of direction, tag or filler, wherever it stands", () => {
    const hidden = fc.constantFrom(..."\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2064\u2066\u2067\u2068\u2069\u206f\ufe00\ufeff\uffa0\u{1d173}\u{e0001}\u{e0061}\u{e007f}\u{e0100}");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abđễnoоα7"), minLength: 1, maxLength: 9 }), hidden, fc.string({ unit: fc.constantFrom(..."xyzш"), minLength: 1, maxLength: 9 }), (before, sign, after) => {
        expect(problem(`${before}${sign}${after}`)).toBe("BAD_CHARACTERS");
      }),
    );
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

  it.each([
    ["de", ["Arschloch", "arschloch77", "Du Hurensohn", "W1chser", "F-i-c-k"]],
    ["es", ["Puta", "puuuta", "hijo de puta", "Gilipollas", "m13rda", "p u t a"]],
    ["fr", ["Connard", "SALOPE", "fils de pute"]],
    ["it", ["stronzo", "vaffanculo", "cazz0"]],
    ["pt-BR", ["caralho", "filho da puta"]],
    ["pl", ["kurwa", "skurwysyn"]],
    ["ru", ["хуй", "Блядь"]],
    ["zh", ["他妈的", "小他妈的大"]],
    ["nb", ["fitte"]],
    ["vi", ["Ðụ má", "đ.ị.t", "địт", "Djt me", "vcl", "con cac", "l ồ n"]],
  ])("knows the words of %s, disguised or not", (language, names) => {
    for (const name of names) expect([name, problem(name, language)]).toEqual([name, "PROFANE"]);
  });

  it("sees a word in whatever letters it is written", () => {
    const alike: Record<string, string> = { f: "fFｆⓕ𝐟🅵ꜰ", u: "uUｕⓤ𝓾🆄ᴜս", c: "cCсСϲⅽᴄ🅲", k: "kKкКΚκ🅺ᴋ" };
    const letter = (of: string) => fc.constantFrom(...(alike[of] ?? of));
    fc.assert(
      fc.property(fc.tuple(letter("f"), letter("u"), letter("c"), letter("k")), fc.constantFrom("", " ", ".", "-", "_"), (letters, between) => {
        expect(problem(letters.join(between))).toBe("PROFANE");
      }),
    );
  });

  it.each([
    ["vi", "Nguyễn Văn An, Trần Thị Bình, Lê Hoàng Phúc, Phạm Minh Đức, Huỳnh Ngọc Hân, Phan Thanh Tùng, Vũ Thu Hà, Võ Quốc Cường, Đặng Thị Hồng, Bùi Xuân Dũng, Đỗ Kim Cúc, Hồ Bảo Ngân, Ngô Gia Huy, Dương Mỹ Duyên, Lý Công Uẩn, Đinh Tiên Hoàng, Cù Thị Bích, Tạ Đình Phong, Mai Tú Uyên, Lò Văn Đụng, Hoàng Như Lan, Trịnh Công Sơn, Phùng Hưng, Chu Văn An, Mạc Đĩnh Chi, Tô Đại Lâm, Đoàn Thị Điểm, Quách Tuấn Du, Lồng Đèn, Cái Bang, Cao Bá Quát, Sầm Sơn, Ma Kết, Hà Mẹ Bon, Bé Cặp, Con Cua, Bố Mẹ Yêu"],
    ["en", "Scunthorpe, Cassandra, Hancock, Van Dyke Parks, Peacock, Cockburn, Assad, Bassett, Essex, Penistone, Matsushita, Shitake, Titian, Kumar, Dikshit, Babcock, Hitchcock, Weiner, Butts, Gaylord, Swank, Fuchs, Lipschitz, Phuc Anh"],
    ["de", "Jürgen Groß, Bönicke-Müller, Anna Fuchs, Björn Schwanz, Kristin Möser, Rosette Bonze, Sören Vögel, Dieter Arscholl, Käthe Lümmel, Uwe Schieß"],
    ["es", "María Concha, José Martillo, Begoña Núñez, Íñigo Peña, Ana Putal, Jesús Culebra, Heroína Paz, Nazaret, Iñaki Trio, Dolores Pina, Consuelo Cano, Verónica Pedroza"],
    ["it", "Regina Quaglia, Mona Pesce, Anna Vacca, Luca Fava, Gino Sega, Culotta, Figaro"],
    ["pt", "João Pinto, Lolita Aranha, Amador Veado, Cunha, Paulo Burrough"],
    ["nl", "Anita de Vries, Griet Pot, Johny van Hol, Kutsal"],
    ["fr", "Conrad, Bitterlin, Chattelain, Folle Avoine, Culan, Noël Suchet"],
    ["ru", "Вера Роса, Тарас Бульба, Хурма, Мандарин"],
    ["pl", "Jajko, Sukanya, Dupond"],
  ])("raises no false alarm on names that people have, in %s", (language, names) => {
    expect(names.split(", ").filter((name) => problem(name, language) !== null)).toEqual([]);
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
    ["Cherokee letters", "ᎪᎷᎪ", "AMA"],
    ["small capitals", "ᴍɪɴʜ", "minh"],
    ["the đ of old fonts", "Ðức", "Đức"],
    ["Lisu letters", "ꓮꓠꓠ", "Ann"],
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
