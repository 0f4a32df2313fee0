/**
 * How much a node can still do. `strained`: it leaves out what is nice to have, which is counts, people and boards. `overloaded`: it
 * also takes no new sockets. Answers are taken in either.
 */
export type LoadLevel = "calm" | "strained" | "overloaded";

export type LoadLimits = {
  /** How late the event loop may come back, on the average of about a second. */
  strainedLagMs: number;
  overloadedLagMs: number;
  /** How many answers may wait for Redis. */
  strainedAnswers: number;
  overloadedAnswers: number;
};

/** What a new sample weighs: the average forgets half of the past in some seven samples. */
const weight = 0.1;
/** A level is left only well below where it began, so that it does not flicker. */
const leaveAt = 0.5;

/** Tells the level from samples of how late the event loop is and how many answers wait. */
export class LoadMeter {
  level: LoadLevel = "calm";
  #lagMs = 0;

  constructor(private readonly limits: LoadLimits) {}

  sample({ lagMs, answers }: { lagMs: number; answers: number }): LoadLevel {
    this.#lagMs += (lagMs - this.#lagMs) * weight;
    const { strainedLagMs, overloadedLagMs, strainedAnswers, overloadedAnswers } = this.limits;
    const strain = Math.max(this.#lagMs / strainedLagMs, answers / strainedAnswers);
    const overload = Math.max(this.#lagMs / overloadedLagMs, answers / overloadedAnswers);
    if (overload >= (this.level === "overloaded" ? leaveAt : 1)) this.level = "overloaded";
    else if (strain >= (this.level === "calm" ? 1 : leaveAt)) this.level = "strained";
    else this.level = "calm";
    return this.level;
  }
}
