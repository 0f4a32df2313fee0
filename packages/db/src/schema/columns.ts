import { timestamp } from "drizzle-orm/pg-core";

/** An instant, to the millisecond: what a JavaScript Date holds, so that a cursor made of one finds its row again. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
