/**
 * Letters that pass for another one on a screen, each with the one that stands for both. Applied to lower-case letters without
 * their diacritics, which stay: Minh and Mính are two people. Where the capital looks like one Latin letter and the small one like
 * another (Greek Ν and ν), the capital counts, as names begin with one.
 */
const lookAlikes: Record<string, string> = {
  // Digits and the letters drawn like them.
  "0": "o", "1": "l", i: "l", "|": "l", ı: "l",
  // Cyrillic.
  а: "a", в: "b", е: "e", ѕ: "s", і: "l", ӏ: "l", ј: "j", к: "k", м: "m", н: "h", о: "o", р: "p", с: "c", т: "t", у: "y", х: "x", ԁ: "d", һ: "h", ԛ: "q", ԝ: "w", ү: "y",
  // Greek.
  α: "a", β: "b", ε: "e", ζ: "z", η: "h", ι: "l", κ: "k", μ: "m", ν: "n", ο: "o", ρ: "p", τ: "t", υ: "y", χ: "x", γ: "y", ω: "w", σ: "o", ς: "o", ϲ: "c",
  // Armenian and a few Latin ones from other alphabets.
  օ: "o", ո: "n", ս: "u", հ: "h", ɑ: "a", ɡ: "g", ɩ: "l", ʏ: "y", ѵ: "v",
};

export const resolveLookAlikes = (letters: string): string => [...letters].map((letter) => lookAlikes[letter] ?? letter).join("");
