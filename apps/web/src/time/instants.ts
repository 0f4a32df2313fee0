const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, as people say it: "2 hours ago", "yesterday", "Tue", "12 Nov", "12 Nov 2025". */
export function describePast(instant: string, now: number, locale: string): string {
  const at = new Date(instant);
  const today = new Date(now);
  const elapsed = Math.max(0, now - at.getTime());
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (elapsed < minute) return relative.format(0, "second");
  if (elapsed < hour) return relative.format(-Math.floor(elapsed / minute), "minute");
  if (at.toDateString() === today.toDateString()) return relative.format(-Math.floor(elapsed / hour), "hour");
  if (at.toDateString() === new Date(now - day).toDateString()) return relative.format(-1, "day");
  if (elapsed < 6 * day) return at.toLocaleDateString(locale, { weekday: "short" });
  const sameYear = at.getFullYear() === today.getFullYear();
  return at.toLocaleDateString(locale, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) });
}

export function describeDay(instant: string, locale: string): string {
  return new Date(instant).toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric" });
}

export function describeTime(instant: string, locale: string): string {
  return new Date(instant).toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
}

/** Seconds with one decimal, as answer times are read: "4.2". */
export function describeSeconds(durationMs: number, locale: string): string {
  return (durationMs / 1000).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** Seconds with thousandths, where "0.0 s" would look like a mistake of ours: "0.003". */
export function preciseSeconds(durationMs: number, locale: string): string {
  return (durationMs / 1000).toLocaleString(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}
