import type { JoinApi } from "./join-api";

export type LoadJoinApi = () => Promise<JoinApi>;

/** The network comes after the page, with the first digit or the first touch of the form: neither is usable any sooner. */
export const loadJoinApi: LoadJoinApi = async () => {
  const { createJoinApi } = await import("./join-api");
  return createJoinApi();
};
