export type BudgetSettings = { perSecond: number; burst: number };

/** Far more than a slip: who goes on at this rate does not want to play. */
const abuseAtDebt = 160;

/** How much one socket may say: so many messages a second, with some in reserve for those who said little. */
export class MessageBudget {
  #left: number;
  #countedAt: number;

  constructor(private readonly settings: BudgetSettings, now: number) {
    this.#left = settings.burst;
    this.#countedAt = now;
  }

  /** Takes one message, also where none is left: the debt has to be waited off. */
  take(now: number): "fine" | "over" | "abuse" {
    const { perSecond, burst } = this.settings;
    this.#left = Math.min(burst, this.#left + ((now - this.#countedAt) / 1_000) * perSecond) - 1;
    this.#countedAt = now;
    if (this.#left >= 0) return "fine";
    return this.#left > -abuseAtDebt ? "over" : "abuse";
  }
}
