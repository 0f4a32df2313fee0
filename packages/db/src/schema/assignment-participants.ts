import type { AssignmentId, ParticipantId, UserId } from "@quickfire/engine";
import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { assignments } from "./assignments";
import { instant } from "./columns";
import { users } from "./users";

/** Who took an assignment up: an account, or a guest with a nickname and a key that only their browser has. */
export const assignmentParticipants = pgTable(
  "assignment_participants",
  {
    participantId: uuid("participant_id").primaryKey().$type<ParticipantId>(),
    assignmentId: uuid("assignment_id").notNull().$type<AssignmentId>().references(() => assignments.id, { onDelete: "cascade" }),
    userId: uuid("user_id").$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** Of guests only: two of them can't have names that look alike. */
    skeleton: text("skeleton"),
    /** Of guests only. Who reads this table can go on as nobody. */
    keyHash: text("key_hash"),
    takenUpAt: instant("taken_up_at").notNull(),
  },
  (table) => [
    unique("assignment_participants_user").on(table.assignmentId, table.userId),
    unique("assignment_participants_name").on(table.assignmentId, table.skeleton),
    index("assignment_participants_of_user").on(table.userId),
  ],
);
