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
  [/^Write the text with its gaps/, (t) => t("gapText")],
  [/^Make at least one gap/, (t) => t("noGap")],
  [/^A gap begins with/, (t) => t("looseBrackets")],
  [/^A text has at most (\d+) gaps/, (t, match) => t("tooManyGaps", { max: match[1] ?? "" })],
  [/^Write what belongs into gap (\d+)/, (t, match) => t("emptyGap", { number: match[1] ?? "" })],
  [/^“(.*)” is in gap (\d+) twice/, (t, match) => t("gapTwice", { word: match[1] ?? "", number: match[2] ?? "" })],
  [/^“(.*)” is right in gap (\d+)/, (t, match) => t("rightInGap", { word: match[1] ?? "", number: match[2] ?? "" })],
  [/^“(.*)” is in the word bank twice/, (t, match) => t("bankTwice", { word: match[1] ?? "" })],
  [/^Write this word/, (t) => t("emptyWord")],
  [/^Add at least two items/, (t) => t("twoItems")],
  [/^Write this item/, (t) => t("emptyItem")],
  [/^All items are the same/, (t) => t("sameItems")],
  [/^Add at least two pairs/, (t) => t("twoPairs")],
  [/^Write both sides/, (t) => t("emptyPair")],
  [/^This says the same as pair (\d+)/, (t, match) => t("samePair", { other: match[1] ?? "" })],
  [/^Write the right number/, (t) => t("noNumber")],
  [/^The tolerance can’t be less/, (t) => t("noTolerance")],
  [/^The right number has to lie/, (t) => t("outOfRange")],
  [/^The largest answer has to be more/, (t) => t("badRange")],
  [/^Write what players have to write/, (t) => t("noDictation")],
  [/^The answer needs a word/, (t) => t("noWordInIt")],
  [/^Write what is spoken/, (t) => t("noSound")],
  [/^Give either a sound/, (t) => t("bothSounds")],
  [/^The sound has to be/, (t) => t("soundAddress")],
  [/^Write the slide/, (t) => t("slide")],
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
