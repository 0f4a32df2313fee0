import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What a process of the stack has written so far.
 *
 * @param {import("./start-stack.mjs").Stack} stack
 * @param {string} name
 * @returns {Record<string, unknown>[]}
 */
export function readLog({ dataDir }, name) {
  return readFileSync(join(dataDir, "logs", `${name}.log`), "utf8").split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}

/** The process that has this name now: the supervisor starts another when one dies. @param {import("./start-stack.mjs").Stack} stack @param {string} name */
export function processOf(stack, name) {
  const processId = readLog(stack, name).at(-1)?.["processId"];
  if (typeof processId !== "number") throw new Error(`${name} has not said who it is`);
  return processId;
}
