import type { RandomInt } from "../chance";
import { friendlyAnimal } from "../nickname/suggest-nickname";

/**
 * The mark stands in the name itself, and in front of it: so it is on every screen, in every file and in every message that names a
 * participant, and no long name pushes it out of sight. It is the same word in all languages of the interface.
 */
const mark = "Bot ";

/** From this attempt on a number follows: there are fewer animals than bots. */
const numberedFrom = 3;

/** It may be taken: then ask again with the next `attempt`. */
export function botName(randomInt: RandomInt, language: string, attempt = 0): string {
  const name = mark + friendlyAnimal(randomInt, language);
  return attempt < numberedFrom ? name : `${name} ${2 + randomInt(98)}`;
}

/** Another name for a bot, which does not make it a person. */
export const markedAsBot = (name: string): string => (name.startsWith(mark) ? name : mark + name);
