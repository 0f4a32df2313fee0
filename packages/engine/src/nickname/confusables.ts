import unicodeConfusables from "unhomoglyph/data.json";

/**
 * Letters that pass for another one on a screen, each with the one that stands for both. Applied to lower-case letters without
 * their diacritics, which stay: Minh and Mính are two people. Where the capital looks like one Latin letter and the small one like
 * another (Greek Ν and ν), the capital counts, as names begin with one.
 */
const ownLookAlikes: Record<string, string> = {
  // Cyrillic.
  а: "a", в: "b", е: "e", ѕ: "s", і: "i", ӏ: "l", ј: "j", к: "k", м: "m", н: "h", о: "o", р: "p", с: "c", т: "t", у: "y", х: "x", ԁ: "d", һ: "h", ԛ: "q", ԝ: "w", ү: "y",
  // Greek.
  α: "a", β: "b", ε: "e", ζ: "z", η: "h", ι: "i", κ: "k", μ: "m", ν: "n", ο: "o", ρ: "p", τ: "t", υ: "y", χ: "x", γ: "y", ω: "w", σ: "o", ς: "o", ϲ: "c",
  // Armenian and a few Latin ones from other alphabets.
  օ: "o", ո: "n", ս: "u", հ: "h", ı: "i", ɑ: "a", ɡ: "g", ɩ: "i", ʏ: "y", ѵ: "v",
  // What stands for the Vietnamese đ in old fonts.
  ð: "đ", ɖ: "đ", ɗ: "đ",
  // Small capitals.
  ᴀ: "a", ʙ: "b", ᴄ: "c", ᴅ: "d", ᴇ: "e", ꜰ: "f", ɢ: "g", ʜ: "h", ɪ: "i", ᴊ: "j", ᴋ: "k", ʟ: "l", ᴍ: "m", ɴ: "n", ᴏ: "o", ᴘ: "p", ʀ: "r", ꜱ: "s", ᴛ: "t", ᴜ: "u", ᴠ: "v",
  ᴡ: "w", ᴢ: "z",
};

/** The same in every alphabet: what the Unicode Consortium takes for one of our letters, the capitals before the small ones. */
function readUnicodeList(): Map<string, string> {
  const capitals = new Map<string, string>();
  const small = new Map<string, string>();
  for (const [letter, looksLike] of Object.entries(unicodeConfusables)) {
    if (!/^\p{L}$/u.test(letter) || /^[ -~]$/.test(letter) || !/^[A-Za-z]$/.test(looksLike)) continue;
    const lower = letter.toLowerCase();
    (lower === letter ? small : capitals).set(lower, looksLike.toLowerCase());
  }
  return new Map([...small, ...capitals, ...Object.entries(ownLookAlikes)]);
}

let built: Map<string, string> | undefined;

/** Latin letters for all that look like them. Text in another alphabet comes out as what a reader of ours would take it for. */
export function asLatin(letters: string): string {
  built ??= readUnicodeList();
  const known = built;
  return [...letters].map((letter) => known.get(letter) ?? letter).join("");
}

/** Beyond these, letters within our own alphabet that are told apart by nobody in a hurry. */
const drawnAlike: Record<string, string> = { "0": "o", "1": "l", i: "l", "|": "l" };

export const resolveLookAlikes = (letters: string): string => asLatin(letters).replace(/[01i|]/g, (letter) => drawnAlike[letter] ?? letter);
