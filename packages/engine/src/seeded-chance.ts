import type { RandomInt } from "./chance";

/** FNV-1a, with its bits mixed once more so that near texts come to lie far apart. */
export function scrambled(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Chance that any process can have again: the same seed gives the same numbers in the same order. Never for secrets. */
export function seededChance(seed: string): RandomInt {
  let drawn = 0;
  return (limit) => scrambled(`${seed}\n${(drawn += 1)}`) % limit;
}
