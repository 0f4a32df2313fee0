import type { GameId } from "@quickfire/engine";
import { customType, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/**
 * What an ended game's audit events were: a chain of hashes over them in a fixed order. Part 0 covers all that was stored when the
 * game was sealed; what came later (a worker that was away) is covered by parts of its own, which name their events. A trigger
 * refuses every change but one: forgetting `origin_links` together with the addresses that they were made of.
 */
export const auditSeals = pgTable(
  "audit_seals",
  {
    gameId: text("game_id").notNull().$type<GameId>(),
    part: smallint("part").notNull(),
    events: integer("events").notNull(),
    /** The last link, whole: what can be noted elsewhere and compared. */
    head: text("head").notNull(),
    /** The first bytes of each link, one after the other: they tell which event is the first that differs. */
    links: bytes("links").notNull(),
    /** The same of addresses and browsers alone, which are forgotten earlier; null once they are. */
    originLinks: bytes("origin_links"),
    /** The events of a later part; null for part 0. */
    eventIds: uuid("event_ids").array(),
    sealedAt: instant("sealed_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.part] })],
);
