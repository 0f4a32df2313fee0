import type { HubEvent } from "@quickfire/realtime";
import type { Metrics } from "@quickfire/telemetry";

type ScreenMetrics = Pick<Metrics, "pubsubDelay" | "scoreToScreen" | "finalStandings">;

/**
 * How late what Redis published is on the screens of this node. A board counts from when it was due, so that a late beat shows;
 * the end of a game counts from Redis, as everyone's own result goes before it.
 */
export class ScreenTimes {
  #boardDueAt: number | null = null;
  #endedAt: number | null = null;

  constructor(private readonly metrics: ScreenMetrics, private readonly now: () => number) {}

  arrived({ at }: HubEvent): void {
    if (at !== undefined) this.metrics.pubsubDelay.observe(this.#secondsSince(at));
  }

  /** To be called for what at least one socket is going to get. */
  published({ at, dueAt, event: { type } }: HubEvent): void {
    if (type === "leaderboard_changed") this.#boardDueAt = dueAt ?? null;
    if (type === "quiz_ended") this.#endedAt = at ?? null;
  }

  /** To be called after the last write of a pass over the sockets. */
  flushed(): void {
    if (this.#boardDueAt !== null) this.metrics.scoreToScreen.observe(this.#secondsSince(this.#boardDueAt));
    if (this.#endedAt !== null) this.metrics.finalStandings.observe(this.#secondsSince(this.#endedAt));
    this.#boardDueAt = null;
    this.#endedAt = null;
  }

  /** The clocks of Redis and of this node agree to some ms only. */
  #secondsSince(at: number): number {
    return Math.max(0, this.now() - at) / 1_000;
  }
}
