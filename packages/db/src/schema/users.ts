import type { UserId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { check, index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { Role } from "../users/user-repository.types";
import { instant } from "./columns";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().$type<UserId>(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    /** Null: signs in by a provider alone, until a password is set by mail. */
    passwordHash: text("password_hash"),
    /** When somebody proved that mail to the address reaches them. */
    emailVerifiedAt: instant("email_verified_at"),
    roles: text("roles").array().notNull().$type<Role[]>(),
    locale: text("locale").notNull().default("en"),
    /** ISO 3166-1 alpha-2, where the owner says so: it puts them on their country's leaderboard. */
    country: text("country"),
    /** An IANA name. Null: not known, and UTC where one is needed. */
    timeZone: text("time_zone"),
    avatar: smallint("avatar").notNull().default(0),
    createdAt: instant("created_at").notNull().defaultNow(),
    disabledAt: instant("disabled_at"),
    /** When its owner deleted it. What is left is an id that games and quizzes of others can go on pointing to, and nobody. */
    erasedAt: instant("erased_at"),
  },
  (table) => [
    index("users_erased").on(table.erasedAt).where(sql`${table.erasedAt} is not null`),
    index("users_created").on(table.createdAt.desc(), table.id.desc()),
    check("users_email_lower_case", sql`${table.email} = lower(${table.email})`),
    check("users_country_code", sql`${table.country} ~ '^[A-Z]{2}$'`),
    check("users_roles_known", sql`${table.roles} <@ array['learner', 'author', 'admin']`),
  ],
);
