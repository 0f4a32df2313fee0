import type { UserId } from "@quickfire/engine";
import { boolean, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** A learner's place in the leagues, and what they chose about them. Who never chose stays without a row until the first week ends. */
export const leaguePlayers = pgTable("league_players", {
  userId: uuid("user_id").primaryKey().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
  /** 0 is the lowest. */
  tier: smallint("tier").notNull().default(0),
  takesPart: boolean("takes_part").notNull().default(true),
  /** Whether the others see the name of the account; otherwise a pseudonym. */
  showsName: boolean("shows_name").notNull().default(false),
});
