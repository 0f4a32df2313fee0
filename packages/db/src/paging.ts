import { err, ok, type Result } from "@quickfire/engine";
import type { z } from "zod";

export type PageRequest = { cursor?: string; limit?: number };
export type Page<Item> = { items: Item[]; nextCursor: string | null };

export const defaultPageSize = 20;
export const largestPageSize = 100;

export function pageSize(limit: number | undefined): number {
  return Math.min(Math.max(Math.trunc(limit ?? defaultPageSize), 1), largestPageSize);
}

/** A cursor is the sort key of the last item seen: opaque to clients, and parsed like any other input when it comes back. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

export function decodeCursor<Position>(cursor: string | undefined, schema: z.ZodType<Position>): Result<Position | null, "BAD_CURSOR"> {
  if (cursor === undefined) return ok(null);
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  return parsed.success ? ok(parsed.data) : err("BAD_CURSOR");
}

/** Takes what was read with a limit of one more than the page holds: the extra row says that there is a next page. */
export function pageOf<Row, Item>(rows: Row[], size: number, shape: { item: (row: Row) => Item; position: (row: Row) => unknown }): Page<Item> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(shape.item),
    nextCursor: rows.length > size && last !== undefined ? encodeCursor(shape.position(last)) : null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
