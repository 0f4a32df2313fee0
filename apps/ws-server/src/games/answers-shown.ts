import type { GameId } from "@quickfire/engine";
import type { HubEvent } from "@quickfire/realtime";
import type { TraceRoot, Tracing } from "@quickfire/telemetry";

/** What shows scores. The last two come after all answers that they show. */
const boards = new Set<HubEvent["event"]["type"]>(["leaderboard_changed", "question_closed", "quiz_ended"]);
const mostWaiting = 1_000;

type Counted = { root: TraceRoot; at: number };

/** The end of an answer's trace: the first publication that contains it, until its last write to a screen of this node. */
export class AnswersShown {
  readonly #waiting = new Map<GameId, Counted[]>();

  constructor(private readonly tracing: Tracing, private readonly now: () => number) {}

  readonly counted = (gameId: GameId, roots: readonly TraceRoot[]): void => {
    if (roots.length === 0) return;
    const waiting = this.#waiting.get(gameId) ?? [];
    this.#waiting.set(gameId, waiting);
    if (waiting.length < mostWaiting) waiting.push(...roots.map((root) => ({ root, at: this.now() })));
  };

  /** To be called after the last write of a pass that carried this event. */
  written(gameId: GameId, { at, event: { type } }: HubEvent): void {
    const waiting = this.#waiting.get(gameId);
    if (!waiting || at === undefined || !boards.has(type)) return;
    const shown = waiting.filter((counted) => counted.at <= at);
    this.#waiting.set(gameId, waiting.filter((counted) => counted.at > at));
    this.tracing.recordShared(shown.map(({ root }) => root), { name: `publish ${type}`, startedAt: at, endedAt: this.now(), attributes: { "quickfire.game_id": gameId } });
  }

  forget(gameId: GameId): void {
    this.#waiting.delete(gameId);
  }
}
