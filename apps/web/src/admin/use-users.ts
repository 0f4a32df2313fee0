import { getQueryKey } from "@trpc/react-query";
import { trpc, type ApiOutput } from "@/trpc/client";
import { usePages } from "@/trpc/use-pages";

const pageSize = 50;

export type User = ApiOutput["user"]["list"]["items"][number];
export type Role = User["roles"][number];
export const allRoles: readonly Role[] = ["learner", "author", "admin"];

export type UserFilter = { search: string; role: Role | null; disabled: boolean | null };

/** Everybody's accounts, the newest first. */
export function useUsers({ search, role, disabled }: UserFilter) {
  const { client } = trpc.useUtils();
  const input = { limit: pageSize, ...(search ? { search } : {}), ...(role ? { role } : {}), ...(disabled === null ? {} : { disabled }) };
  const { items, ...list } = usePages({
    queryKey: getQueryKey(trpc.user.list, input, "infinite"),
    readPage: (cursor, signal) => client.user.list.query({ ...input, ...(cursor ? { cursor } : {}) }, { signal }),
  });
  return { users: items, ...list };
}
