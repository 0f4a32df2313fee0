import { getQueryKey } from "@trpc/react-query";
import { type ApiOutput, trpc } from "@/trpc/client";
import { usePages } from "@/trpc/use-pages";

export type AssignmentItem = ApiOutput["assignment"]["list"]["items"][number];

const pageSize = 30;
const refreshMs = 30_000;

/** What this author has handed out, newest first; asked again now and then, because classes work on it. */
export function useAssignmentList() {
  const { client } = trpc.useUtils();
  return usePages({
    queryKey: getQueryKey(trpc.assignment.list, { limit: pageSize }, "infinite"),
    readPage: (cursor, signal) => client.assignment.list.query({ limit: pageSize, ...(cursor ? { cursor } : {}) }, { signal }),
    refetchInterval: refreshMs,
  });
}
