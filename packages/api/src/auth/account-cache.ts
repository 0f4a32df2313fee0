import type { UserId } from "@quickfire/engine";

/** A change of an account or a session (disabled, another role, revoked) that another process made is known here within this time. */
const trustedForMs = 5_000;
const mostEntries = 10_000;

export type AccountCache = {
  /** Who stands behind a session or a key, as it was not long ago; null where it opens nothing any more. */
  confirm<Caller extends { userId: UserId }>(credential: string, look: () => Promise<Caller | null>): Promise<Caller | null>;
  /** What this process changed about an account holds here at once. */
  forget(userId: UserId): void;
};

type Known = { until: number; caller: { userId: UserId } | null };

export function createAccountCache({ now, onLook }: { now: () => number; onLook?: (outcome: "hit" | "miss") => void }): AccountCache {
  const known = new Map<string, Known>();
  /** Grows with each forgetting: what was looked up before it must not be remembered after it. */
  let age = 0;
  return {
    async confirm<Caller extends { userId: UserId }>(credential: string, look: () => Promise<Caller | null>) {
      const fresh = known.get(credential);
      const isKnown = fresh !== undefined && fresh.until > now();
      onLook?.(isKnown ? "hit" : "miss");
      // A credential is always looked up by the same kind of question, so it is always answered by the same kind of caller.
      if (isKnown) return fresh.caller as Caller | null;
      const ageBefore = age;
      const caller = await look();
      if (known.size >= mostEntries) known.clear();
      if (age === ageBefore) known.set(credential, { until: now() + trustedForMs, caller });
      return caller;
    },
    forget(userId) {
      age += 1;
      for (const [credential, { caller }] of known) if (caller?.userId === userId) known.delete(credential);
    },
  };
}
