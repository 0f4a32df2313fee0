import { keepPreviousData, useInfiniteQuery, type QueryKey } from "@tanstack/react-query";

type Page<Item> = { items: Item[]; nextCursor: string | null };
type PagesProps<Item> = {
  /** From `getQueryKey(procedure, input, "infinite")`, so that the list is found when it has to be read again. */
  queryKey: QueryKey;
  readPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;
  refetchInterval?: number;
  /** Left out: yes. Nothing is asked while it is not. */
  enabled?: boolean;
};

/**
 * A list that grows page by page; while another one is on its way, the old rows stay. The hook of `@trpc/react-query` would
 * send a `direction` along, which no procedure knows.
 */
export function usePages<Item>({ queryKey, readPage, refetchInterval = 0, enabled = true }: PagesProps<Item>) {
  const query = useInfiniteQuery({
    queryKey,
    enabled,
    queryFn: ({ pageParam, signal }) => readPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<Item>) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: refetchInterval > 0 ? refetchInterval : false,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    /** Only where there is nothing to show: a list that could not be refreshed is still a list. */
    error: query.data ? null : query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
