import type { Metrics } from "@quickfire/telemetry";
import { refuse } from "../errors";
import { createFixedLimit } from "./fixed-limit";
import { createGrowingLimit } from "./growing-limit";

/** How much is allowed; operators set it by environment. */
export type LimitSettings = {
  /** Wrong passwords for one account from one address before waits begin. */
  signIn: number;
  /** New accounts from one address in an hour. A class registers from one address. */
  register: number;
  /** Uses of refresh tokens from one address in a minute. */
  refresh: number;
  /** Wrong game codes from one address in a minute before waits begin. */
  wrongCodes: number;
};

export const defaultLimits: LimitSettings = { signIn: 5, register: 60, refresh: 120, wrongCodes: 10 };

/** Each method refuses with `RATE_LIMITED` and the seconds to wait. `block` is the caller's address block. */
export function createLimits(options: { redis: unknown; settings: LimitSettings; metrics: Metrics }) {
  const { redis, settings, metrics } = options;
  const signIn = createGrowingLimit({ redis, name: "sign-in", free: settings.signIn, windowSeconds: 900, longestWaitSeconds: 900 });
  const wrongCodes = createGrowingLimit({ redis, name: "wrong-codes", free: settings.wrongCodes, windowSeconds: 60, longestWaitSeconds: 600 });
  const register = createFixedLimit({ redis, name: "register", points: settings.register, windowSeconds: 3600 });
  const refresh = createFixedLimit({ redis, name: "refresh", points: settings.refresh, windowSeconds: 60 });

  const stop = (limit: string, seconds: number) => {
    if (seconds === 0) return;
    metrics.rateLimitHits.inc({ limit });
    refuse("RATE_LIMITED", { retryAfterSeconds: seconds });
  };

  return {
    /** Counts by account and address together: a stranger can't lock somebody out, a class behind one address does not lock itself out. */
    async beforeSignIn(account: string, block: string): Promise<void> {
      stop("sign-in", await signIn.waitFor(`${account} ${block}`));
    },
    async afterSignIn(account: string, block: string, succeeded: boolean): Promise<void> {
      if (succeeded) await signIn.forgive(`${account} ${block}`);
      else await signIn.fail(`${account} ${block}`);
    },
    async onRegister(block: string): Promise<void> {
      stop("register", await register.take(block));
    },
    async onRefresh(block: string): Promise<void> {
      stop("refresh", await refresh.take(block));
    },
    /** Asked only after a code was found to be wrong, so that it never blocks a right one. */
    async onWrongCode(block: string): Promise<void> {
      stop("wrong-codes", await wrongCodes.fail(block));
    },
  };
}
export type Limits = ReturnType<typeof createLimits>;
