import type { RandomInt } from "../chance";

const letters = "aeinorst";

export const without = <Item>(items: readonly Item[], place: number): Item[] => items.filter((_, index) => index !== place);

/** A word with so many slips of the pen: letters that are missing, doubled or other ones. */
export function almost(word: string, randomInt: RandomInt, slips: number): string {
  let written = [...word];
  for (let slip = 0; slip < slips; slip += 1) written = slipOnce(written, randomInt);
  return written.join("");
}

function slipOnce(written: readonly string[], randomInt: RandomInt): string[] {
  const place = randomInt(Math.max(1, written.length));
  const letter = letters[randomInt(letters.length)] ?? "e";
  const kind = randomInt(3);
  if (kind === 0 && written.length > 2) return without(written, place);
  if (kind === 1) return [...written.slice(0, place), letter, ...written.slice(place)];
  return written.map((kept, index) => (index === place ? letter : kept));
}
