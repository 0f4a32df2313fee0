import type { ApiKeyId, UserId } from "@quickfire/engine";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { users } from "./users";

/** Keys for programs: the hash, and as much of the key as its owner needs to tell it from others. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id").primaryKey().$type<ApiKeyId>(),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull().unique(),
    /** How the key begins. */
    start: text("start").notNull(),
    scopes: text("scopes").array().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [index("api_keys_user").on(table.userId)],
);
