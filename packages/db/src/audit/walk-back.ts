import type { Fragment, Sql } from "postgres";
import type { AuditEvent, AuditFilter } from "./audit-repository.types";
import { timeWindows } from "./time-windows";

/** Where the last page ended: an instant, and the id of the event. */
export type Position = readonly [at: string, eventId: string];

export type PageOfWalk = { after: Position | null; limit: number };

type Walk = Pick<AuditFilter, "from" | "to"> & PageOfWalk & {
  /** The column that tells apart what happened at one instant. */
  id: Fragment;
  /** For few rows that an index finds: all time at once. */
  atOnce?: boolean;
};

/**
 * From the newest to the oldest, in ever longer stretches of time, until so many are found. `read` gets the stretch as a condition on
 * `at`, and how many are still missing.
 */
export async function walkBack(sql: Sql, { from, to, after, limit, id, atOnce = false }: Walk, read: (within: Fragment, limit: number) => Promise<AuditEvent[]>): Promise<AuditEvent[]> {
  const end = after ? new Date(after[0]) : (to ?? new Date(Date.now() + 60_000));
  const before = after ? sql`and (at, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
  const found: AuditEvent[] = [];
  const windows = atOnce ? [{ from: from ?? null, to: end }] : timeWindows({ from: from ?? null, to: end });
  for (const window of windows) {
    // The instant of the last event seen belongs to the next page as well: others may share it.
    const upTo = after && window.to.getTime() === end.getTime() ? sql`at <= ${window.to.toISOString()}::timestamptz` : sql`at < ${window.to.toISOString()}::timestamptz`;
    const since = window.from ? sql`and at >= ${window.from.toISOString()}::timestamptz` : sql``;
    found.push(...(await read(sql`${upTo} ${since} ${before}`, limit - found.length)));
    if (found.length >= limit) break;
  }
  return found;
}
