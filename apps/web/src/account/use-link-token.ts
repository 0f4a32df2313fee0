import { useSyncExternalStore } from "react";

const stays = () => () => undefined;

/**
 * What a mailed link holds behind its `#`, which browsers send to no server. Null on the server; kept for this tab, so that it
 * is still there after a sign-in on the way.
 */
export function useLinkToken(purpose: string): string | null {
  return useSyncExternalStore(stays, () => readToken(purpose), () => null);
}

function readToken(purpose: string): string {
  const key = `quickfire.link.${purpose}`;
  const given = window.location.hash.slice(1);
  if (given) sessionStorage.setItem(key, given);
  return given || sessionStorage.getItem(key) || "";
}

/** Once it is spent, also from the address, where a reload would find it again. */
export function forgetLinkToken(purpose: string): void {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  sessionStorage.removeItem(`quickfire.link.${purpose}`);
}
