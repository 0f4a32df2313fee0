/** One of several texts; `copy` counts those that are equal. */
export type ShuffledText = { text: string; copy: number };

/** FNV-1a, with its bits mixed once more so that near texts come to lie far apart. */
function scrambled(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

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
