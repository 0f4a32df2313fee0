import { asLatin } from "./confusables";

/** "f u c k" and "f.u.c.k" as one word. */
const withoutSpelling = (text: string): string =>
  text.replace(/(?<!\p{L})\p{L}(?:[\s\p{P}]+\p{L}(?!\p{L})){2,}/gu, (letters) => letters.replace(/[\s\p{P}]+/gu, ""));

/** A class that numbers its players writes numbers, and the filters read digits as letters. */
const withoutNumbers = (text: string): string => text.replace(/(?<![\p{L}\d])\d+(?![\p{L}\d])|\d{3,}(?![\p{L}\d])/gu, "");

/** Letters in boxes and circles that no normal form knows, each row from A on: negative circled, negative squared, and halves of flags. */
const boxed: readonly number[] = [0x1f150, 0x1f170, 0x1f1e6];

const withoutBoxes = (text: string): string =>
  text.replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, (letter) => {
    const at = letter.codePointAt(0) ?? 0;
    const start = boxed.findLast((row) => row <= at) ?? at;
    return String.fromCodePoint(0x61 + at - start);
  });

/** Letters of one look as Latin ones, with those diacritics that make a letter of its own: fück̶ is fück, đіt is đit. */
const unmasked = (text: string): string =>
  asLatin(asLatin(withoutBoxes(text).toLowerCase()).normalize("NFKC").toLowerCase().normalize("NFD"))
    .normalize("NFC")
    .replace(/\p{M}/gu, "");

const digitsRead: Record<string, string> = { "0": "o", "1": "i", "!": "i", "3": "e", "4": "a", "@": "a", "5": "s", $: "s", "7": "t", "+": "t" };

/** Digits and signs read as the letters they are drawn like, within words: "sh1t", "m3rda". */
const withoutLeet = (text: string): string =>
  text.replace(/[\p{L}\d@$!+]*\p{L}[\p{L}\d@$!+]*/gu, (word) => word.replace(/[013457@$!+]/g, (sign) => digitsRead[sign] ?? sign));

/** All the ways in which somebody in a class may read a text, each in small letters. */
export function readingsOf(text: string): string[] {
  const lower = withoutNumbers(text.normalize("NFC").toLowerCase());
  const plain = withoutNumbers(unmasked(text));
  const leetless = withoutLeet(plain);
  const spaced = lower.replaceAll("_", " ");
  return [...new Set([lower, withoutSpelling(lower), spaced, plain, withoutSpelling(plain), leetless, withoutSpelling(leetless)])];
}
