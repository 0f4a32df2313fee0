import type { HubEvent } from "@quickfire/realtime";
import type { Metrics } from "@quickfire/telemetry";

type ScreenMetrics = Pick<Metrics, "pubsubDelay" | "scoreToScreen" | "finalStandings">;

export type ScreenWatch = { now: () => number; onWritten: (event: HubEvent) => void };

/**
 * How late what Redis published is on the screens of this node. A board counts from when it was due, so that a late beat shows;
 * the end of a game counts from Redis, as everyone's own result goes before it.
 */
export class ScreenTimes {
  /** Published here, and not written to all sockets yet. */
  #underway: HubEvent[] = [];

  constructor(private readonly metrics: ScreenMetrics, private readonly watch: ScreenWatch) {}

  arrived({ at }: HubEvent): void {
    if (at !== undefined) this.metrics.pubsubDelay.observe(this.#secondsSince(at));
  }

  /** To be called for what at least one socket is going to get. */
  published(event: HubEvent): void {
    this.#underway.push(event);
  }

  /** To be called after the last write of a pass over the sockets. */
  flushed(): void {
    const written = this.#underway;
    this.#underway = [];
    for (const event of written) {
      const { at, dueAt, event: { type } } = event;
      if (type === "leaderboard_changed" && dueAt !== undefined) this.metrics.scoreToScreen.observe(this.#secondsSince(dueAt));
      if (type === "quiz_ended" && at !== undefined) this.metrics.finalStandings.observe(this.#secondsSince(at));
      this.watch.onWritten(event);
    }
  }

  /** The clocks of Redis and of this node agree to some ms only. */
  #secondsSince(at: number): number {
    return Math.max(0, this.watch.now() - at) / 1_000;
  }
}
