import { setTimeout as pause } from "node:timers/promises";
import type { Player } from "@quickfire/testing/players";

/** Looks at screens: whoever does not show by then what all have to show is counted, once a look. */
export class Looks {
  readonly waitsMs: number[] = [];
  stale = 0;

  constructor(private readonly withinMs: number) {}

  /** How long it took until all showed it; no longer than the time that was given. */
  async untilAll(players: readonly Player[], isThere: (player: Player) => boolean, withinMs = this.withinMs): Promise<number> {
    const startedAt = performance.now();
    let missing = players.filter((player) => !isThere(player));
    while (missing.length > 0 && performance.now() - startedAt < withinMs) {
      await pause(20);
      missing = missing.filter((player) => !isThere(player));
    }
    const waitedMs = performance.now() - startedAt;
    this.waitsMs.push(waitedMs);
    this.stale += missing.length;
    return waitedMs;
  }
}
