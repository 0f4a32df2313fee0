import type { SignedIn } from "@quickfire/api";
import type { UserId } from "@quickfire/engine";

/** A change of an account (blocked, another role) reaches its open sessions within this time. */
const trustedForMs = 30_000;
const mostAccounts = 10_000;

export type AccountCache = {
  /** The account behind a session, as it was not long ago; null where it may not sign in any more. */
  confirm(userId: UserId, look: () => Promise<SignedIn | null>): Promise<SignedIn | null>;
};

export function createAccountCache({ now, onLook }: { now: () => number; onLook?: (outcome: "hit" | "miss") => void }): AccountCache {
  const known = new Map<UserId, { until: number; user: SignedIn | null }>();
  return {
    async confirm(userId, look) {
      const fresh = known.get(userId);
      const isKnown = fresh !== undefined && fresh.until > now();
      onLook?.(isKnown ? "hit" : "miss");
      if (isKnown) return fresh.user;
      const user = await look();
      if (known.size >= mostAccounts) known.clear();
      known.set(userId, { until: now() + trustedForMs, user });
      return user;
    },
  };
}
