const beatMs = 5;

/** Answers that are to be given later: one timer for all of them, as ten thousand would be a load of their own. */
export class AnswerQueue {
  /** @type {Map<number, (() => void)[]>} */
  #due = new Map();
  #beat = 0;

  /**
   * @param {() => number} now
   * @param {(lateMs: number) => void} [onBeat] told of each beat how late it came: as long as a message that arrived then had to wait to be read
   */
  constructor(now, onBeat = () => {}) {
    this.now = now;
    this.onBeat = onBeat;
    this.#beat = Math.floor(now() / beatMs);
    this.timer = setInterval(() => this.#give(), beatMs);
  }

  /** @param {number} at @param {() => void} give */
  plan(at, give) {
    const beat = Math.max(Math.ceil(at / beatMs), this.#beat + 1);
    const together = this.#due.get(beat);
    if (together) together.push(give);
    else this.#due.set(beat, [give]);
  }

  close() {
    clearInterval(this.timer);
  }

  #give() {
    const until = Math.floor(this.now() / beatMs);
    for (; this.#beat < until; this.#beat += 1) {
      this.onBeat(this.now() - (this.#beat + 1) * beatMs);
      const together = this.#due.get(this.#beat + 1);
      if (!together) continue;
      this.#due.delete(this.#beat + 1);
      for (const give of together) give();
    }
  }
}
