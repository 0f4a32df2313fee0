import { err, ok, type Result } from "../result";
import { isProfane } from "./profanity";
import { nicknameSkeleton } from "./skeleton";

export const nicknameLimits = { min: 2, max: 24 } as const;

export type NicknameProblem = "TOO_SHORT" | "TOO_LONG" | "BAD_CHARACTERS" | "NO_LETTERS" | "PROFANE";

export const nicknameProblems: Record<NicknameProblem, string> = {
  TOO_SHORT: `A nickname needs at least ${nicknameLimits.min} characters.`,
  TOO_LONG: `A nickname has at most ${nicknameLimits.max} characters.`,
  BAD_CHARACTERS: "The nickname holds invisible or unusual characters.",
  NO_LETTERS: "A nickname needs a letter, a digit or an emoji.",
  PROFANE: "Please choose another nickname.",
};

/** Beyond this many code units nothing can be a nickname, however its characters are put together. */
const LONGEST_INPUT = 400;

/**
 * An emoji with its variation selector, skin tone and joined parts: one of the two places for characters that can't be seen. A chain longer
 * than any real one is drawn as so many pictures, while it counts as one.
 */
const emoji = /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?){0,4}|\p{Regional_Indicator}{2}/gu;

/** The other one: what parts a Persian name within a word, once at a time. */
const persianJoin = /(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})/gu;

/** Controls, direction marks, fillers and other characters without a picture; unassigned and private ones; line separators. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** White space round a name is let go; a line break within it is not a space. */
const edges = /^[\p{Zs}\t\r\n]+|[\p{Zs}\t\r\n]+$/gu;

/**
 * Marks heaped upon one letter reach into the lines above and below. What has a letter of its own (ễ) carries none here; other
 * scripts need more of them than ours. Strokes and frames that cross a letter out are no part of any name.
 */
const heapedMarks = /\p{M}{4,}|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]\p{M}{3,}|[\p{Me}\u0334-\u0338\u20d0-\u20f0]/u;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

const countCharacters = (text: string): number => [...graphemes.segment(text)].length;

/** A nickname as it will be shown, or what is wrong with it. `language` is the quiz's; English always counts as well. */
export function parseNickname(raw: string, { language }: { language: string }): Result<string, NicknameProblem> {
  if (raw.length > LONGEST_INPUT) return err("TOO_LONG");
  const name = raw.normalize("NFC").replace(edges, "").replace(/\p{Zs}+/gu, " ");
  const plain = name.replace(emoji, "").replace(persianJoin, "");
  if (unseen.test(plain) || heapedMarks.test(name)) return err("BAD_CHARACTERS");
  const characters = countCharacters(name);
  if (characters < nicknameLimits.min) return err("TOO_SHORT");
  if (characters > nicknameLimits.max) return err("TOO_LONG");
  if (nicknameSkeleton(name) === "") return err("NO_LETTERS");
  return isProfane(name, language) ? err("PROFANE") : ok(name);
}
