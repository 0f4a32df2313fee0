import { describeDay, describeTime } from "@/time/instants";

const dayMs = 24 * 60 * 60_000;

/** The parts of an instant as sentences about deadlines take them. */
export const whenParts = (instant: string, locale: string) => ({ date: describeDay(instant, locale), time: describeTime(instant, locale) });

export const isOpen = (deadline: string, now: number): boolean => Date.parse(deadline) >= now;

/** A day later than it was, or than now where it is past. */
export const dayLater = (deadline: string, now: number): string => new Date(Math.max(Date.parse(deadline), now) + dayMs).toISOString();

/** An instant as the browser's own field for date and time takes it: in the time zone of whoever looks. */
export function fieldValue(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The end of the day a week from now: homework is for next week's lesson. */
export function usualDeadline(now: number): Date {
  const day = new Date(now + 7 * dayMs);
  day.setHours(23, 59, 0, 0);
  return day;
}
