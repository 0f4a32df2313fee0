import { z } from "zod";

/** An IANA name that this platform knows; offsets such as "+07:00" are none. */
export const timeZoneSchema = z.string().max(64, "This is not a time zone.").refine(isTimeZone, "This is not a time zone.");

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return true;
  } catch {
    return false;
  }
}
