import type { UserId } from "@quickfire/engine";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { users } from "./users";

/** What stands in the links of mails, as hashes. Each is good once, until its time, and for the address that it was sent to. */
export const mailedTokens = pgTable(
  "mailed_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ["prove-address", "new-password"] }).notNull(),
    email: text("email").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("mailed_tokens_user").on(table.userId)],
);
