const samplesKept = 5;

/** How long a socket's messages take there and back. Of the last few measurements the fastest counts: the others waited for something. */
export class RoundTrips {
  #askedAt: number | null = null;
  readonly #samples: number[] = [];

  ask(now: number): void {
    this.#askedAt = now;
  }

  /** An answer that nobody asked for says nothing. */
  answered(now: number): void {
    if (this.#askedAt === null) return;
    this.#samples.push(now - this.#askedAt);
    this.#askedAt = null;
    if (this.#samples.length > samplesKept) this.#samples.shift();
  }

  get fastestMs(): number | undefined {
    return this.#samples.length === 0 ? undefined : Math.min(...this.#samples);
  }
}
