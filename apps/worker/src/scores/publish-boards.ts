import { type Board, boardName } from "@quickfire/engine";
import type { BoardStore } from "@quickfire/realtime";

/** Publishes boards whose top changed, now or when the throttle of the whole cluster allows it. */
export function createBoardPublisher({ store, nowMs = () => performance.now() }: { store: Pick<BoardStore, "publish">; nowMs?: () => number }) {
  const waiting = new Map<string, { board: Board; at: number }>();

  return {
    add(boards: readonly Board[]): void {
      for (const board of boards) waiting.set(boardName(board), waiting.get(boardName(board)) ?? { board, at: 0 });
    },

    /** A board stays waiting until it has been published, by whomever. */
    async publishDue(): Promise<void> {
      const due = [...waiting].filter(([, { at }]) => at <= nowMs());
      await Promise.all(
        due.map(async ([name, { board }]) => {
          const waitMs = await store.publish(board);
          if (waitMs === null) waiting.delete(name);
          else waiting.set(name, { board, at: nowMs() + waitMs });
        }),
      );
    },

    /** How long until the next one is due; null where none waits. */
    nextInMs: (): number | null => (waiting.size === 0 ? null : Math.max(0, Math.min(...[...waiting.values()].map(({ at }) => at)) - nowMs())),
  };
}
