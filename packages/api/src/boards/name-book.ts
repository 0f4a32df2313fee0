import type { BoardRepository } from "@quickfire/db";
import type { UserId } from "@quickfire/engine";

/** A new name shows everywhere after this time at the latest. */
const freshForMs = 60_000;
const mostNames = 20_000;

type Known = { name: string | null; readAt: number };

/** The names of users, asked for in one question for all that are not known: whatever a page shows costs one read of the table at most. */
export function createNameBook({ boards, now }: { boards: Pick<BoardRepository, "namesOf">; now: () => number }) {
  const known = new Map<UserId, Known>();

  function keep(userId: UserId, name: string | null): void {
    // The longest known one goes; a map remembers in which order it was filled.
    known.delete(userId);
    known.set(userId, { name, readAt: now() });
    const [oldest] = known.keys();
    if (known.size > mostNames && oldest !== undefined) known.delete(oldest);
  }

  return {
    /** Null for accounts that are closed or gone. */
    async of(userIds: readonly UserId[]): Promise<(string | null)[]> {
      const missing = [...new Set(userIds)].filter((userId) => now() - (known.get(userId)?.readAt ?? -Infinity) > freshForMs);
      if (missing.length > 0) {
        const found = await boards.namesOf(missing);
        for (const userId of missing) keep(userId, found.get(userId) ?? null);
      }
      return userIds.map((userId) => known.get(userId)?.name ?? null);
    },
  };
}

export type NameBook = ReturnType<typeof createNameBook>;
