import type { SessionId, UserId } from "@quickfire/engine";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { users } from "./users";

/** Only hashes: who reads this table can sign in as nobody. A family is one sign-in and all its successors: its id is the session's, and it ends with it. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    family: uuid("family").notNull().$type<SessionId>(),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    spentAt: instant("spent_at"),
  },
  (table) => [index("refresh_tokens_family").on(table.family), index("refresh_tokens_user").on(table.userId)],
);
