import type { SessionId, UserId } from "@quickfire/engine";
import { isNotNull } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { users } from "./users";

/** One row for each sign-in on a device, of pages and of programs. What is kept of the device is what its owner knows it by. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().$type<SessionId>(),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    /** `pages` has a cookie, `program` a family of refresh tokens. */
    kind: text("kind", { enum: ["pages", "program"] }).notNull(),
    /** "Firefox, Windows"; empty where nothing told. */
    device: text("device").notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    index("sessions_user").on(table.userId),
    // What ended lately, for those who hold connections that it opened.
    index("sessions_ended").on(table.revokedAt).where(isNotNull(table.revokedAt)),
  ],
);
