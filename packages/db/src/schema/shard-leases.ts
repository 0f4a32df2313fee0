import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Who may compare a shard of Redis with Postgres and rebuild it: one at a time, each with a higher number than all before. */
export const shardLeases = pgTable(
  "shard_leases",
  {
    /** Which Redis: the one of a region, or the only one. */
    region: text("region").notNull(),
    shard: integer("shard").notNull(),
    fence: bigint("fence", { mode: "number" }).notNull(),
    holder: text("holder").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.region, table.shard] })],
);
