import type { useTranslations } from "next-intl";

type Words = ReturnType<typeof useTranslations<"editor.problems">>;

/** The engine's sentences are English; these are the same in the language of the interface. */
const known: readonly [RegExp, (t: Words, match: RegExpMatchArray) => string][] = [
  [/^Give the quiz a title/, (t) => t("title")],
  [/^Add at least one question/, (t) => t("noQuestions")],
  [/^Write the question/, (t) => t("text")],
  [/^Add at least two options/, (t) => t("twoOptions")],
  [/^Write this option/, (t) => t("emptyOption")],
  [/^This option says the same as option (\d+)/, (t, match) => t("sameOption", { other: match[1] ?? "" })],
  [/^Say which option is right/, (t) => t("noRight")],
  [/^Only one option can be right/, (t) => t("oneRight")],
  [/^Say which options are right/, (t) => t("noneRight")],
  [/^Say whether it is true or false/, (t) => t("truth")],
  [/^Add at least one accepted answer/, (t) => t("noAccepted")],
  [/^Write this answer/, (t) => t("emptyAccepted")],
  [/^An accepted answer needs more/, (t) => t("onlyFullStop")],
  [/ is longer than ([\d,]+) characters/, (t, match) => t("tooLong", { max: match[1] ?? "" })],
  [/ holds a control character/, (t) => t("controlCharacter")],
];

/** What the engine says is wrong, in the language of the interface; its own words where those are new to us. */
export function problemWords(message: string, t: Words): string {
  for (const [pattern, say] of known) {
    const match = message.match(pattern);
    if (match) return say(t, match);
  }
  return message;
}
