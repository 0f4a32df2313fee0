import { getQueryKey } from "@trpc/react-query";
import { trpc } from "@/trpc/client";
import { usePages } from "@/trpc/use-pages";

const pageSize = 50;

/** The author's quizzes, the last changed first. */
export function useQuizList(search: string) {
  const { client } = trpc.useUtils();
  const input = { limit: pageSize, ...(search ? { search } : {}) };
  const { items, ...list } = usePages({
    queryKey: getQueryKey(trpc.quiz.list, input, "infinite"),
    readPage: (cursor, signal) => client.quiz.list.query({ ...input, ...(cursor ? { cursor } : {}) }, { signal }),
  });
  return { quizzes: items, ...list };
}
