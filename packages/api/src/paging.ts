import type { Page } from "@quickfire/db";
import type { Result } from "@quickfire/engine";
import { z } from "zod";
import { refuseField } from "./errors";

/** What every list takes. A cursor is whatever the list gave before; anything else is refused. */
export const pageRequest = z.strictObject({
  cursor: z.string().min(1).max(500).optional(),
  limit: z.int().min(1).max(100).optional(),
});

export function pageOrRefuse<Item>(page: Result<Page<Item>, "BAD_CURSOR">): Page<Item> {
  return page.ok ? page.value : refuseField(["cursor"], "This is not a cursor of this list.");
}
