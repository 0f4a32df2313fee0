import { createHmac } from "node:crypto";
import { acceptedStretches, type GameId, patternOfBytes, patternStretchOf, timesOfStretch } from "@quickfire/engine";

/** How many are told ahead, so that a screen changes on time: with the one shown, three. */
const ahead = 2;

/**
 * The patterns of all games, from a secret and the time: nothing is stored, every process knows the same, and who has seen some can't tell
 * the next one. `now` is the clock of the game store.
 */
export function createJoinPatterns({ secret, now }: { secret: string; now: () => number }) {
  const secretOf = (gameId: GameId) => createHmac("sha256", secret).update(`quickfire:join-pattern ${gameId}`).digest();
  const patternIn = (gameSecret: Buffer, stretch: number) => patternOfBytes(createHmac("sha256", gameSecret).update(String(stretch)).digest());
  return {
    accepts(gameId: GameId, pattern: string): boolean {
      const gameSecret = secretOf(gameId);
      return acceptedStretches(now()).some((stretch) => patternIn(gameSecret, stretch) === pattern);
    },
    /** What the game's screen shows now and next. */
    upcoming(gameId: GameId): { patterns: { pattern: string; startsAt: string; endsAt: string }[] } {
      const gameSecret = secretOf(gameId);
      const current = patternStretchOf(now());
      const patterns = Array.from({ length: 1 + ahead }, (_, index) => {
        const { startsAt, endsAt } = timesOfStretch(current + index);
        return { pattern: patternIn(gameSecret, current + index), startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
      });
      return { patterns };
    },
  };
}
export type JoinPatterns = ReturnType<typeof createJoinPatterns>;
