import type { UserId } from "../ids";
import type { RandomInt } from "../chance";
import { suggestNickname } from "../nickname/suggest-nickname";

/** Chance that is the same each time for the same text: FNV-1a stirs the seed, xorshift goes on from there. */
function chanceOf(seed: string): RandomInt {
  let state = 0x811c9dc5;
  for (let place = 0; place < seed.length; place += 1) state = Math.imul(state ^ seed.charCodeAt(place), 0x01000193);
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/**
 * A name for each player of a league, under which the others see them: the same all week, another one in the next. The league's id is
 * known to nobody outside, so nobody can tell from an account which name it has.
 */
export function pseudonymsOf(leagueId: string, userIds: readonly UserId[], language: string): Map<UserId, string> {
  const taken = new Set<string>();
  const names = new Map<UserId, string>();
  for (const userId of [...userIds].sort()) {
    const chance = chanceOf(`${leagueId} ${userId}`);
    let name = suggestNickname(chance, language);
    for (let attempt = 1; taken.has(name); attempt += 1) name = suggestNickname(chance, language, attempt);
    taken.add(name);
    names.set(userId, name);
  }
  return names;
}
