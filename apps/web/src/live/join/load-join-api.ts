import type { JoinApi } from "./join-api";

export type LoadJoinApi = () => Promise<JoinApi>;

/** The network comes after the page: six digits take longer to type than this takes to load. */
export const loadJoinApi: LoadJoinApi = async () => {
  const { createJoinApi } = await import("./join-api");
  return createJoinApi();
};
