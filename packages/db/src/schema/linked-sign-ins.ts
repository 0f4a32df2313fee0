import type { UserId } from "@quickfire/engine";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { users } from "./users";

/** Who an account is at another provider: by the provider's own id for them, which outlives a change of their address there. */
export const linkedSignIns = pgTable(
  "linked_sign_ins",
  {
    provider: text("provider").notNull(),
    subject: text("subject").notNull(),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.subject] }), index("linked_sign_ins_user").on(table.userId)],
);
