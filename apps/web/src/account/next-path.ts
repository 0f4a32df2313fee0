/** Where to go after signing in: only a path of ours, never another site's address. */
export function nextPath(asked: string | null | undefined, fallback: string): string {
  if (!asked || !asked.startsWith("/")) return fallback;
  // Resolved the way a browser would, so that no spelling of "//elsewhere" slips through.
  const base = "http://quickfire.invalid";
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  return url?.origin === base ? url.pathname + url.search : fallback;
}
