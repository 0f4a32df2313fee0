import { getQueryKey } from "@trpc/react-query";
import { trpc } from "@/trpc/client";
import { usePages } from "@/trpc/use-pages";

const pageSize = 30;
const refreshMs = 15_000;

/** The host's games, the running ones first; asked again now and then, because games move by themselves. */
export function useGameList() {
  const { client } = trpc.useUtils();
  const { items, ...list } = usePages({
    queryKey: getQueryKey(trpc.game.list, { limit: pageSize }, "infinite"),
    readPage: (cursor, signal) => client.game.list.query({ limit: pageSize, ...(cursor ? { cursor } : {}) }, { signal }),
    refetchInterval: refreshMs,
  });
  return { games: items, ...list };
}

/** How many games of this host are running now. They stand on the first page. */
export function useRunningGames(): number {
  return useGameList().games?.filter((game) => game.status === "running").length ?? 0;
}
