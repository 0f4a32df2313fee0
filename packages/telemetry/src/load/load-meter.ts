/**
 * How much a process can still do. `strained`: a node of the live edge leaves out what is nice to have, which is counts, people and
 * boards. `overloaded`: newcomers are turned away, which are sockets at the edge and joins at web. Who plays is served in either.
 */
export type LoadLevel = "calm" | "strained" | "overloaded";

export type LoadLimits = {
  /** How late the event loop may come back, on the average of about a second. */
  strainedLagMs: number;
  overloadedLagMs: number;
  /** How much of the work in hand may wait: at the live edge, answers for Redis. */
  strainedWaiting: number;
  overloadedWaiting: number;
};

/** How late the event loop is, and how much waits. */
export type LoadSample = { lagMs: number; waiting: number };

/** How often a process that is not held up takes a sample. */
export const sampledEveryMs = 100;
/** The average forgets what is older than about this, however seldom a process that is held up comes to take its samples. */
const averageOverMs = 1_000;
/** A level is left only well below where it began, so that it does not flicker. */
const leaveAt = 0.5;

/** Tells the level from samples of how late the event loop is and how much waits. */
export class LoadMeter {
  level: LoadLevel = "calm";
  #lagMs = 0;
  #turnMs = sampledEveryMs;

  constructor(private readonly limits: LoadLimits) {}

  sample({ lagMs, waiting }: LoadSample): LoadLevel {
    this.#lagMs = this.#averageWith(lagMs);
    this.#turnMs = sampledEveryMs + lagMs;
    this.level = this.#levelAt({ lagMs: this.#lagMs, waiting });
    return this.level;
  }

  /** In the middle of a turn, which may be the longest of all: what the next sample would say if it were taken now. */
  look({ lagMs, waiting }: LoadSample): LoadLevel {
    return this.#levelAt({ lagMs: Math.max(this.#lagMs, this.#averageWith(lagMs)), waiting });
  }

  /** By time: each of several long turns counts for as long as it took. By the shorter of two in a row: a single long one happens to anybody. */
  #averageWith(lagMs: number): number {
    const turnMs = Math.min(sampledEveryMs + lagMs, this.#turnMs);
    return this.#lagMs + (lagMs - this.#lagMs) * (1 - Math.exp(-turnMs / averageOverMs));
  }

  #levelAt({ lagMs, waiting }: LoadSample): LoadLevel {
    const { strainedLagMs, overloadedLagMs, strainedWaiting, overloadedWaiting } = this.limits;
    const strain = Math.max(lagMs / strainedLagMs, waiting / strainedWaiting);
    const overload = Math.max(lagMs / overloadedLagMs, waiting / overloadedWaiting);
    if (overload >= (this.level === "overloaded" ? leaveAt : 1)) return "overloaded";
    return strain >= (this.level === "calm" ? 1 : leaveAt) ? "strained" : "calm";
  }
}
