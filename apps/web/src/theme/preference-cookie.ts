const yearInSeconds = 31_536_000;

/** Keeps a choice of this browser for a year; the server reads it with the next page. */
export function rememberPreference(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${yearInSeconds}; samesite=lax`;
}
