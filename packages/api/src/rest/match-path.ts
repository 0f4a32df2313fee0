import type { Endpoint } from "./endpoint";

export type Matched = { endpoint: Endpoint; params: Record<string, string> };

/** Finds the lines of the table for a path: one for each method that the path knows. */
export function createPathMatcher(endpoints: readonly Endpoint[]): (path: string) => Matched[] {
  const patterns = endpoints.map((endpoint) => ({
    endpoint,
    pattern: new RegExp(`^${endpoint.path.replaceAll(".", "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
  }));
  return (path) =>
    patterns.flatMap(({ endpoint, pattern }) => {
      const found = pattern.exec(path);
      const params = found && decoded(found.groups ?? {});
      return params ? [{ endpoint, params }] : [];
    });
}

/** Null where a part is no valid percent-encoding: such a path names nothing. */
function decoded(groups: Record<string, string>): Record<string, string> | null {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    return null;
  }
}
