import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";

type Filter = { hasMatch: (text: string) => boolean };

/** A filter for each language that has one; further languages are a line here. Built when first asked, as that takes a while. */
const makers: Record<string, () => Filter> = {
  en: () => new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers }),
};

const built = new Map<string, Filter>();

function filterOf(language: string): Filter | undefined {
  const ready = built.get(language) ?? makers[language]?.();
  if (ready) built.set(language, ready);
  return ready;
}

/** Whether a text holds a word that a class should not read, in English or in the given language. */
export function isProfane(text: string, language: string): boolean {
  const [primary = "en"] = language.toLowerCase().split("-");
  return [...new Set(["en", primary])].some((name) => filterOf(name)?.hasMatch(text));
}
