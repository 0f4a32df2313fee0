import { type BudgetSettings, MessageBudget } from "./message-budget";

/** As many people as are remembered at once; whoever comes after them begins with a full budget, as a newcomer does. */
const mostRemembered = 50_000;

/** How often one person may open a socket: a phone on a bad network often, a program in a loop not for long. */
export class OpeningBudget {
  readonly #budgets = new Map<string, MessageBudget>();

  constructor(private readonly settings: BudgetSettings) {}

  /** Whether this one may be opened. */
  take(who: string, now: number): boolean {
    if (this.#budgets.size >= mostRemembered) this.#budgets.clear();
    const budget = this.#budgets.get(who) ?? new MessageBudget(this.settings, now);
    this.#budgets.set(who, budget);
    return budget.take(now) === "fine";
  }
}
