import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../src/functions/submit_answers.lua", import.meta.url), "utf8");
const guard = "if stored and is_judged(verdict) then return repeat_first(batch, row, stored, kind, at) end";

/** The functions without the guard that keeps a repeated answer from being counted again: whoever judges them has to find it. */
export function withoutRepeatGuard(): Record<string, string> {
  if (!source.includes(guard)) throw new Error("the guard against repeats reads differently now: plant the mistake anew");
  return { "submit_answers.lua": source.replace(guard, "") };
}
