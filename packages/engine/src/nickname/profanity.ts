import {
  collapseDuplicatesTransformer, DataSet, englishDataset, englishRecommendedTransformers, parseRawPattern, RegExpMatcher,
} from "obscenity";
import { createListFilter, listedWords } from "./listed-words";
import { readingsOf } from "./readings";
import { vietnamesePhrases, vietnameseSyllables } from "./vietnamese-words";

type Filter = { hasMatch: (text: string) => boolean };

/** Names that the English word list would take for something else. */
const englishNames = [
  "analisa", "annalisa", "anush", "arsenal", "bich", "bích", "chinky", "cummings", "dickson", "dikshit", "dickens", "fagan", "fukuda", "fukushima", "georgy", "penistone", "pornchai",
  "porntip", "shital", "siriporn", "slutsky", "tít", "vandyke", "van dyke", "wankel",
];

function createEnglishFilter(): Filter {
  const words = new DataSet<{ originalWord: string }>()
    .addAll(englishDataset)
    .addPhrase((phrase) => englishNames.reduce((extended, name) => extended.addWhitelistedTerm(name), phrase));
  return new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });
}

function createVietnameseFilter(): Filter {
  const words = Object.entries(vietnameseSyllables).reduce(
    (all, [word, harmless]) =>
      all.addPhrase((phrase) =>
        harmless.reduce((extended, name) => extended.addWhitelistedTerm(name), phrase.setMetadata({ originalWord: word }).addPattern(parseRawPattern(word)))),
    new DataSet<{ originalWord: string }>(),
  );
  const syllables = new RegExpMatcher({ ...words.build(), blacklistMatcherTransformers: [collapseDuplicatesTransformer({ defaultThreshold: 1 })] });
  const phrases = createListFilter(vietnamesePhrases);
  return { hasMatch: (text) => syllables.hasMatch(text) || phrases.hasMatch(text) };
}

/** The languages of the product have filters that know disguises; all the others go by a list of words. */
const makers: Record<string, () => Filter> = { en: createEnglishFilter, vi: createVietnameseFilter };

function makeFilter(language: string): Filter | undefined {
  if (Object.hasOwn(makers, language)) return makers[language]?.();
  const words = listedWords(language);
  return words && createListFilter(words);
}

/** Built when first asked for: word lists take a moment, and most importers of this package never filter anything. */
const built = new Map<string, Filter>();

function filterOf(language: string): Filter | undefined {
  const filter = built.get(language) ?? makeFilter(language);
  if (filter) built.set(language, filter);
  return filter;
}

function isProfaneIn(text: string, languages: readonly string[]): boolean {
  const readings = readingsOf(text);
  return [...new Set(languages)].some((language) => readings.some((reading) => filterOf(language)?.hasMatch(reading)));
}

const primaryOf = (language: string): string => language.toLowerCase().split("-")[0] ?? "";

/** Whether a text holds a word that a class should not read, in English or in the given language. */
export const isProfane = (text: string, language: string): boolean => isProfaneIn(text, ["en", primaryOf(language)]);

/** The same for what is shown to everybody: also in each language that the product itself speaks. */
export const isRude = (text: string, language: string): boolean => isProfaneIn(text, [...Object.keys(makers), primaryOf(language)]);
