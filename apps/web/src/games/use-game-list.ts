import { trpc } from "@/trpc/client";

const refreshMs = 15_000;

/** The host's games page by page, the running ones first; asked again now and then, because games move by themselves. */
export function useGameList() {
  return trpc.game.list.useInfiniteQuery(
    { limit: 30 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, refetchInterval: refreshMs },
  );
}

/** How many games of this host are running now. They stand on the first page. */
export function useRunningGames(): number {
  const { data } = useGameList();
  return data?.pages[0]?.items.filter((game) => game.status === "running").length ?? 0;
}
