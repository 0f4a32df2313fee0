import type { JoinApi } from "./join-api";

/** The network comes after the page: six digits take longer to type than this takes to load. */
export async function loadJoinApi(): Promise<JoinApi> {
  const { createJoinApi } = await import("./join-api");
  return createJoinApi();
}
