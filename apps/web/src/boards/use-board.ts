import { useSlow } from "@/live/parts/use-slow";
import { trpc } from "@/trpc/client";
import type { BoardRow } from "./BoardTable";
import type { BoardScope } from "./live/board-event";
import { useLiveBoard } from "./live/use-live-board";

export const boardViews = ["top", "around", "among"] as const;
export type BoardView = (typeof boardViews)[number];

const shown = { top: 50, around: 11 } as const;
/** What is not told live is asked again now and then. */
const refreshMs = 15_000;
/** Without its connection for so long, a live board is not called live any more. */
const cutOffMs = 4_000;

export type ShownBoard = { rows: readonly BoardRow[] | undefined; error: unknown; retry: () => void; stale: boolean; live: boolean };

/** One view of one board. The top comes by itself as soon as it changes; what the page opens with is read like the rest. */
export function useBoard(scope: BoardScope, view: BoardView): ShownBoard {
  const top = trpc.boards.top.useQuery({ scope, limit: shown.top }, { enabled: view === "top" });
  const around = trpc.boards.around.useQuery({ scope, limit: shown.around }, { enabled: view === "around", refetchInterval: refreshMs });
  const among = trpc.boards.among.useQuery({ scope }, { enabled: view === "among", refetchInterval: refreshMs });
  // A board that can't be read, such as that of a country nobody named, can't be followed either.
  const follows = view === "top" && top.isSuccess;
  const { event, connected } = useLiveBoard(scope, follows);
  const cutOff = useSlow(follows && !connected, cutOffMs);

  switch (view) {
    case "top":
      return { rows: event?.leaderboard ?? top.data?.rows, error: top.error, retry: () => void top.refetch(), stale: cutOff || (event ? event.stale === true : top.data?.stale === true), live: connected };
    case "around":
      return { rows: around.data?.rows, error: around.error, retry: () => void around.refetch(), stale: false, live: false };
    case "among":
      return { rows: among.data, error: among.error, retry: () => void among.refetch(), stale: false, live: false };
  }
}
