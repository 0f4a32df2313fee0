import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "@/trpc/client";

/** The author's quizzes page by page; while a new search is on its way, the old rows stay. */
export function useQuizList(search: string) {
  const query = trpc.quiz.list.useInfiniteQuery(
    { limit: 50, ...(search ? { search } : {}) },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
  );
  return {
    quizzes: query.data?.pages.flatMap((page) => page.items),
    error: query.data ? null : query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
