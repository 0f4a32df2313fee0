export type SavingLimits = {
  everyMs: number;
  /** Results are in Postgres within moments. Only what has been waiting for longer than this is worth a word. */
  tellAfterMs: number;
};

export type SavingWatchOptions = SavingLimits & { unsavedForMs: () => Promise<number>; tell: (waiting: boolean) => void; onError: (error: unknown) => void };

/** Looks from time to time whether what happens in a game is being stored, and tells when that changes. */
export class SavingWatch {
  waiting = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: SavingWatchOptions) {}

  start(): void {
    this.#timer ??= setInterval(() => void this.#look(), this.options.everyMs).unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  async #look(): Promise<void> {
    try {
      const waiting = (await this.options.unsavedForMs()) > this.options.tellAfterMs;
      if (waiting === this.waiting) return;
      this.waiting = waiting;
      this.options.tell(waiting);
    } catch (error) {
      this.options.onError(error);
    }
  }
}
