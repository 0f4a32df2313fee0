import {
  collapseDuplicatesTransformer, DataSet, englishDataset, englishRecommendedTransformers, parseRawPattern, RegExpMatcher,
} from "obscenity";

type Filter = { hasMatch: (text: string) => boolean };

/** Names that the English word list would take for something else. */
const englishNames = [
  "analisa", "annalisa", "anush", "arsenal", "bich", "bích", "chinky", "cummings", "dickson", "dickens", "fagan", "fukuda", "fukushima", "georgy", "penistone", "pornchai",
  "porntip", "shital", "siriporn", "slutsky", "tít", "vandyke", "van dyke", "wankel",
];

function createEnglishFilter(): Filter {
  const words = new DataSet<{ originalWord: string }>()
    .addAll(englishDataset)
    .addPhrase((phrase) => englishNames.reduce((extended, name) => extended.addWhitelistedTerm(name), phrase));
  return new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });
}

/** Rude syllables, each with the harmless ones that begin like it. Only with their diacritics: without, they are other words. */
const vietnameseWords: Record<string, readonly string[]> = {
  "địt": [], "đụ": ["đụng", "đụn", "đục"], "lồn": ["lồng"], "cặc": [], "buồi": [], "đéo": [], "đĩ": ["đĩa"], "chó đẻ": [],
};

function createVietnameseFilter(): Filter {
  const words = Object.entries(vietnameseWords).reduce(
    (all, [word, harmless]) =>
      all.addPhrase((phrase) =>
        harmless.reduce((extended, name) => extended.addWhitelistedTerm(name), phrase.setMetadata({ originalWord: word }).addPattern(parseRawPattern(word)))),
    new DataSet<{ originalWord: string }>(),
  );
  return new RegExpMatcher({ ...words.build(), blacklistMatcherTransformers: [collapseDuplicatesTransformer({ defaultThreshold: 1 })] });
}

/** A filter for each language that has one; a further language is a line here. */
const makers: Record<string, () => Filter> = { en: createEnglishFilter, vi: createVietnameseFilter };

/** Built when first asked for: word lists take a moment, and most importers of this package never filter anything. */
const built = new Map<string, Filter>();

function filterOf(language: string): Filter | undefined {
  const maker = Object.hasOwn(makers, language) ? makers[language] : undefined;
  const filter = built.get(language) ?? maker?.();
  if (filter) built.set(language, filter);
  return filter;
}

/** "f u c k" and "f.u.c.k" as one word. */
const withoutSpelling = (text: string): string =>
  text.replace(/(?<!\p{L})\p{L}(?:[\s\p{P}]+\p{L}(?!\p{L})){2,}/gu, (letters) => letters.replace(/[\s\p{P}]+/gu, ""));

/** A class that numbers its players writes numbers, and the filters read digits as letters. */
const withoutNumbers = (text: string): string => text.replace(/(?<![\p{L}\d])\d+(?![\p{L}\d])|\d{3,}(?![\p{L}\d])/gu, "");

function isProfaneIn(text: string, languages: Iterable<string>): boolean {
  const lower = withoutNumbers(text.normalize("NFC").toLowerCase());
  const readings = [...new Set([lower, withoutSpelling(lower), lower.replaceAll("_", " ")])];
  return [...languages].some((name) => readings.some((reading) => filterOf(name)?.hasMatch(reading)));
}

/** Whether a text holds a word that a class should not read, in English or in the given language. */
export function isProfane(text: string, language: string): boolean {
  const [primary = "en"] = language.toLowerCase().split("-");
  return isProfaneIn(text, new Set(["en", primary]));
}

/** Whether a text holds a word that a class should not read, in any language that has a filter. */
export const isRude = (text: string): boolean => isProfaneIn(text, Object.keys(makers));
