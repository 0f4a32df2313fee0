import { z } from "zod";
import type { RandomInt } from "../chance";

/** Letters and digits that can't be taken for one another. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const length = 12;

/** What the link of an assignment ends with. Whoever has it may look, so it can't be guessed: there are 31¹² of them. */
export const assignmentCodeSchema = z.string().regex(new RegExp(`^[${letters}]{${length}}$`), "this is not the code of an assignment").brand<"AssignmentCode">();
export type AssignmentCode = z.infer<typeof assignmentCodeSchema>;

export function createAssignmentCode(randomInt: RandomInt): AssignmentCode {
  return assignmentCodeSchema.parse(Array.from({ length }, () => letters[randomInt(letters.length)]).join(""));
}
