import { scrambled } from "../seeded-chance";

/** One of several texts; `copy` counts those that are equal. */
export type ShuffledText = { text: string; copy: number };

function withCopies(texts: readonly string[]): ShuffledText[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const copy = seen.get(text) ?? 0;
    seen.set(text, copy + 1);
    return { text, copy };
  });
}

/**
 * Texts in an order that has nothing to do with the one they are given in: it depends on the seed and on which texts there are, and on
 * nothing else, so whoever knows this code and the seed learns nothing from it about the right order. The same for all players and on
 * every server.
 */
export function shuffledTexts(seed: string, texts: readonly string[]): ShuffledText[] {
  return withCopies(texts)
    .map((one) => ({ ...one, key: scrambled(`${seed}\n${one.copy}\n${one.text}`) }))
    .sort((left, right) => left.key - right.key || (left.text < right.text ? -1 : left.text > right.text ? 1 : left.copy - right.copy))
    .map(({ text, copy }) => ({ text, copy }));
}

/** Where each text, in the order given, stands among the shuffled ones; of equal texts the first stands first. */
export function placesOf(texts: readonly string[], shuffled: readonly ShuffledText[]): number[] {
  const places = new Map<string, number[]>();
  shuffled.forEach(({ text }, place) => places.set(text, [...(places.get(text) ?? []), place]));
  return withCopies(texts).flatMap(({ text, copy }) => places.get(text)?.[copy] ?? []);
}
