import { getQueryKey } from "@trpc/react-query";
import { trpc } from "@/trpc/client";
import { usePages } from "@/trpc/use-pages";

const pageSize = 30;
const refreshMs = 15_000;

/** The host's games, the running ones first; asked again now and then, because games move by themselves. */
export function useGameList({ enabled = true }: { enabled?: boolean } = {}) {
  const { client } = trpc.useUtils();
  const { items, ...list } = usePages({
    queryKey: getQueryKey(trpc.game.list, { limit: pageSize }, "infinite"),
    readPage: (cursor, signal) => client.game.list.query({ limit: pageSize, ...(cursor ? { cursor } : {}) }, { signal }),
    refetchInterval: refreshMs,
    enabled,
  });
  return { games: items, ...list };
}

/** How many games of this host are running now. They stand on the first page. Only hosts have any to ask for. */
export function useRunningGames({ isHost }: { isHost: boolean }): number {
  return useGameList({ enabled: isHost }).games?.filter((game) => game.status === "running").length ?? 0;
}
