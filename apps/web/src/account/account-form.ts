import { z } from "zod";

/** What is wrong with a field, as a key of the messages under `auth.problems`. */
export type AccountProblem =
  | "nameMissing" | "nameLong" | "emailMissing" | "emailShape" | "emailTaken" | "passwordMissing" | "passwordShort" | "passwordLong";
export type AccountField = "name" | "email" | "password";
export type AccountProblems = Partial<Record<AccountField, AccountProblem>>;
export type AccountValues = Record<AccountField, string>;

/** Checked here so that the answer stands beside the field at once; the server checks again and has the last word. */
export function findAccountProblems(values: AccountValues, purpose: "sign-in" | "sign-up"): AccountProblems {
  const problems: AccountProblems = {};
  if (values.email.trim() === "") problems.email = "emailMissing";
  else if (!z.email().safeParse(values.email.trim()).success) problems.email = "emailShape";
  if (values.password === "") problems.password = "passwordMissing";
  if (purpose === "sign-in") return problems;

  const characters = [...values.name.trim()].length;
  if (characters === 0) problems.name = "nameMissing";
  if (characters > 80) problems.name = "nameLong";
  if (values.password !== "" && values.password.length < 8) problems.password = "passwordShort";
  if (values.password.length > 200) problems.password = "passwordLong";
  return problems;
}
