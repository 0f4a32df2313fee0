import type { UserId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Role } from "../users/user-repository.types";
import { instant } from "./columns";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().$type<UserId>(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    passwordHash: text("password_hash").notNull(),
    roles: text("roles").array().notNull().$type<Role[]>(),
    locale: text("locale").notNull().default("en"),
    createdAt: instant("created_at").notNull().defaultNow(),
    disabledAt: instant("disabled_at"),
  },
  (table) => [
    check("users_email_lower_case", sql`${table.email} = lower(${table.email})`),
    check("users_roles_known", sql`${table.roles} <@ array['learner', 'author', 'admin']`),
  ],
);
