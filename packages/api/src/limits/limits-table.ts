/** So many in a window, then none until it is over. */
type FixedRow = { kind: "fixed"; name: string; allowed: number; windowSeconds: number };
/** So many failures are free; each one beyond them doubles a wait. */
type GrowingRow = { kind: "growing"; name: string; allowed: number; windowSeconds: number; longestWaitSeconds: number };

const minute = 60;
const hour = 60 * minute;

/**
 * Every limit of web, in one place. What is counted by: somebody who is known (an account, a key, a session, a participant)
 * tightly, an address generously, because a school is one address. `allowed` is what operators may set, by `LIMIT_…`.
 * A socket's messages are limited in ws-server, without Redis on the way of an answer: there is one socket for each token.
 */
export const limitsTable = {
  /** Wrong passwords for one account from one address. */
  signIn: { kind: "growing", name: "sign-in", allowed: 5, windowSeconds: 15 * minute, longestWaitSeconds: 15 * minute },
  /** Wrong passwords for one account from all addresses together. The waits are short: a stranger must not keep the owner out. */
  signInAccount: { kind: "growing", name: "sign-in-account", allowed: 100, windowSeconds: hour, longestWaitSeconds: minute },
  /** Wrong passwords from one address for all accounts together. */
  signInAddress: { kind: "growing", name: "sign-in-address", allowed: 200, windowSeconds: 15 * minute, longestWaitSeconds: 15 * minute },
  /** New accounts from one address. */
  register: { kind: "fixed", name: "register", allowed: 60, windowSeconds: hour },
  /** Uses of refresh tokens from one address, and of one session. */
  refresh: { kind: "fixed", name: "refresh", allowed: 120, windowSeconds: minute },
  refreshSession: { kind: "fixed", name: "refresh-session", allowed: 10, windowSeconds: minute },
  /** Wrong game codes from one address. Right ones are limited by the game alone (its setting `floodLock`). */
  wrongCodes: { kind: "growing", name: "wrong-codes", allowed: 10, windowSeconds: minute, longestWaitSeconds: 10 * minute },
  /** Wrong patterns for one game from one address: a hall is one address. The waits are short, and a right one ends them. */
  wrongPatterns: { kind: "growing", name: "wrong-patterns", allowed: 60, windowSeconds: minute, longestWaitSeconds: 10 },
  /** Newcomers to homework: guests from one address, or one account. */
  takeUps: { kind: "fixed", name: "take-ups", allowed: 600, windowSeconds: hour },
  /** Answers of one participant over HTTP, live or at their own pace. */
  answers: { kind: "fixed", name: "answers", allowed: 60, windowSeconds: 10 },
  /** Times that one account adds bots to a game of its own, or takes them out. */
  bots: { kind: "fixed", name: "bots", allowed: 30, windowSeconds: minute },
  /** Self-paced attempts that one account hands in. */
  actions: { kind: "fixed", name: "actions", allowed: 60, windowSeconds: minute },
  /** Quizzes that one account makes, copies or imports. */
  newQuizzes: { kind: "fixed", name: "new-quizzes", allowed: 300, windowSeconds: hour },
  /** Calls of REST with one key, one session or one participant's token. */
  api: { kind: "fixed", name: "api", allowed: 1_200, windowSeconds: minute },
  /** Tokens, keys and mailed links from one address that are not valid. */
  badTokens: { kind: "fixed", name: "bad-tokens", allowed: 300, windowSeconds: minute },
  /** Copies of all that is kept about one account. */
  exports: { kind: "fixed", name: "exports", allowed: 10, windowSeconds: hour },
  /** Mails to one address, and mails that one address or one account asked for. */
  mailsTo: { kind: "fixed", name: "mails-to", allowed: 5, windowSeconds: hour },
  mailsFrom: { kind: "fixed", name: "mails-from", allowed: 60, windowSeconds: hour },
} as const satisfies Record<string, FixedRow | GrowingRow>;

export type LimitName = keyof typeof limitsTable;
/** How much is allowed of each. */
export type LimitSettings = Record<LimitName, number>;

export const limitNames = Object.keys(limitsTable) as LimitName[];

export const defaultLimits = Object.fromEntries(limitNames.map((name) => [name, limitsTable[name].allowed])) as LimitSettings;
