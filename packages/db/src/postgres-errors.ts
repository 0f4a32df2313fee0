/** The SQLSTATE or the driver's own code of an error, looking through the wrappers that drizzle puts around it. */
export function codeOf(error: unknown): string | null {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    if ("code" in current && typeof current.code === "string") return current.code;
  }
  return null;
}

/** The values themselves can't be stored (data exception, broken constraint, a limit of Postgres): trying again would fail again. */
export function isRefusedByValue(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && /^(22|23|54)/.test(code) && code.length === 5;
}

/** A row with the same key is stored. */
export const isAlreadyThere = (error: unknown): boolean => codeOf(error) === "23505";

/** Connection trouble, shutdown, too many connections, no disk, a lock timeout: may pass by itself, so trying again makes sense. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (code === null) return false;
  if (/^(CONNECT|CONNECTION_|ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|ENOENT)/.test(code)) return true;
  return code.length === 5 && (/^(08|53|57|58)/.test(code) || code === "40001" || code === "40P01" || code === "55P03");
}
