/** What came in over a socket, with a way to wait for what is still to come. */
export class Transcript<Message extends { type: string }> {
  readonly messages: Message[] = [];
  #wake: (() => void)[] = [];
  #read = 0;

  add(message: Message): void {
    this.messages.push(message);
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** The first message that fits and has not been looked at; those before it are passed over. */
  async next(wanted: string | ((message: Message) => boolean), timeoutMs = 5_000): Promise<Message> {
    const fits = typeof wanted === "string" ? (message: Message) => message.type === wanted : wanted;
    const givesUpAt = Date.now() + timeoutMs;
    for (;;) {
      while (this.#read < this.messages.length) {
        const message = this.messages[this.#read];
        this.#read += 1;
        if (message && fits(message)) return message;
      }
      if (!(await this.#more(givesUpAt - Date.now()))) throw new Error(`"${String(wanted)}" did not come; there were: ${this.types.join(", ")}`);
    }
  }

  get types(): string[] {
    return this.messages.map(({ type }) => type);
  }

  of(type: string): Message[] {
    return this.messages.filter((message) => message.type === type);
  }

  #more(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), Math.max(0, withinMs));
      this.#wake.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
