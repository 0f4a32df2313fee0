import type { Metrics } from "@quickfire/telemetry";
import { refuse } from "../errors";
import { createFixedLimit } from "./fixed-limit";
import { createGrowingLimit } from "./growing-limit";
import { type LimitName, type LimitSettings, limitsTable } from "./limits-table";

type NameOf<Kind> = { [Name in LimitName]: (typeof limitsTable)[Name]["kind"] extends Kind ? Name : never }[LimitName];

/** Each method refuses with `RATE_LIMITED` and the seconds to wait. `block` is the caller's address block. */
export function createLimits(options: { redis: unknown; settings: LimitSettings; metrics: Metrics }) {
  const { redis, settings, metrics } = options;

  const stop = (limit: LimitName, seconds: number) => {
    if (seconds === 0) return;
    metrics.rateLimitHits.inc({ limit: limitsTable[limit].name });
    refuse("RATE_LIMITED", { retryAfterSeconds: seconds });
  };
  const growing = (limit: NameOf<"growing">) => {
    const { name, windowSeconds, longestWaitSeconds } = limitsTable[limit];
    return createGrowingLimit({ redis, name, free: settings[limit], windowSeconds, longestWaitSeconds });
  };
  const take = (limit: NameOf<"fixed">) => {
    const { name, windowSeconds } = limitsTable[limit];
    const fixed = createFixedLimit({ redis, name, points: settings[limit], windowSeconds });
    return async (key: string): Promise<void> => stop(limit, await fixed.take(key));
  };

  const [signIn, signInAccount, signInAddress, wrongCodes] = [growing("signIn"), growing("signInAccount"), growing("signInAddress"), growing("wrongCodes")];
  const wrongPatterns = growing("wrongPatterns");
  const [mailsTo, mailsFrom, refresh, refreshSession] = [take("mailsTo"), take("mailsFrom"), take("refresh"), take("refreshSession")];

  return {
    /**
     * Before a password is checked. Counts tightly by account and address together: a stranger can't lock somebody out, a class
     * behind one address does not lock itself out; and generously by each alone.
     */
    async beforeSignIn(account: string, block: string): Promise<void> {
      stop("signInAddress", await signInAddress.attempt(block));
      stop("signInAccount", await signInAccount.attempt(account));
      stop("signIn", await signIn.attempt(`${account} ${block}`));
    },
    /** After the right password: those tries were none. */
    async afterSignIn(account: string, block: string): Promise<void> {
      await Promise.all([signInAddress.takeBack(block), signInAccount.takeBack(account), signIn.forgive(`${account} ${block}`)]);
    },
    onRegister: take("register"),
    onRefresh: refresh,
    onRefreshOf: refreshSession,
    /** Asked only after a code was found to be wrong, so that it never blocks a right one. */
    async onWrongCode(block: string): Promise<void> {
      stop("wrongCodes", await wrongCodes.fail(block));
    },
    /** Before a newcomer's pattern is looked at. */
    async beforePattern(gameId: string, block: string): Promise<void> {
      stop("wrongPatterns", await wrongPatterns.attempt(`${gameId} ${block}`));
    },
    /** After the right one: that try was none. */
    async afterPattern(gameId: string, block: string): Promise<void> {
      await wrongPatterns.takeBack(`${gameId} ${block}`);
    },
    onTakeUp: take("takeUps"),
    onAnswer: take("answers"),
    onAction: take("actions"),
    onBots: take("bots"),
    onNewQuiz: take("newQuizzes"),
    onExport: take("exports"),
    onCall: take("api"),
    onBadToken: take("badTokens"),
    /** For a mail that somebody asks for: to whom it goes, and who asks. */
    async onMail(to: string, asker: string): Promise<void> {
      await mailsFrom(asker);
      await mailsTo(to);
    },
  };
}
export type Limits = ReturnType<typeof createLimits>;
