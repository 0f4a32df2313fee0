/** Each step is one percent wider than the one before: that is how exact a percentile is. */
const growth = Math.log(1.01);
const smallest = 0.01;
const steps = 2_400;

/** What goes from one process to another. @typedef {{ counts: Uint32Array, largest: number, sum: number }} HistogramParts */

/** Counts of measured times. Its size does not depend on how many there are, and those of several processes add up. */
export class Histogram {
  #counts = new Uint32Array(steps);
  #largest = 0;
  #sum = 0;

  /** @param {number} value in ms; what is below a hundredth counts as one */
  record(value) {
    const step = value <= smallest ? 0 : Math.min(steps - 1, Math.ceil(Math.log(value / smallest) / growth));
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.#largest = Math.max(this.#largest, value);
    this.#sum += Math.max(0, value);
  }

  /** @param {HistogramParts} other */
  add({ counts, largest, sum }) {
    counts.forEach((count, step) => (this.#counts[step] = (this.#counts[step] ?? 0) + count));
    this.#largest = Math.max(this.#largest, largest);
    this.#sum += sum;
  }

  /** @returns {HistogramParts} */
  parts() {
    return { counts: this.#counts, largest: this.#largest, sum: this.#sum };
  }

  get count() {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /**
   * The value that this share of all stays within; null where nothing was measured.
   *
   * @param {number} share from 0 to 1
   * @returns {number | null}
   */
  percentile(share) {
    const total = this.count;
    if (total === 0) return null;
    const wanted = Math.max(1, Math.ceil(share * total));
    let passed = 0;
    for (let step = 0; step < steps; step += 1) {
      passed += this.#counts[step] ?? 0;
      if (passed >= wanted) return Math.min(this.#largest, smallest * Math.exp(step * growth));
    }
    return this.#largest;
  }

  /** @returns {Summary | null} */
  summary() {
    const count = this.count;
    if (count === 0) return null;
    const at = (/** @type {number} */ share) => rounded(this.percentile(share) ?? 0);
    return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: rounded(this.#largest), mean: rounded(this.#sum / count) };
  }
}

/** @typedef {{ count: number, p50: number, p95: number, p99: number, max: number, mean: number }} Summary */

/** @param {number} ms */
function rounded(ms) {
  return ms >= 100 ? Math.round(ms) : Math.round(ms * 100) / 100;
}
