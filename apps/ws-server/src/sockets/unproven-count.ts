/** How many sockets of each address have not proved yet who they are. */
export class UnprovenCount {
  readonly #counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** What to call once the socket is proved or gone; null where the address has too many already. */
  admit(address: string): (() => void) | null {
    const count = this.#counts.get(address) ?? 0;
    if (count >= this.most) return null;
    this.#counts.set(address, count + 1);
    let counted = true;
    return () => {
      if (!counted) return;
      counted = false;
      const left = (this.#counts.get(address) ?? 1) - 1;
      if (left === 0) this.#counts.delete(address);
      else this.#counts.set(address, left);
    };
  }
}
