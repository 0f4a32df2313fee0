import { parseArgs } from "node:util";
import { LaunchError } from "../../launcher/src/launch-error.mjs";
import { readInteger } from "../../launcher/src/launch-options.mjs";

/**
 * @typedef {object} BenchOptions
 * @property {(typeof benchNames)[number]} name
 * @property {boolean} json
 * @property {Record<string, number>} numbers the flags of this bench, each given or its default
 */

/**
 * What can be set for each bench: the default, the least and the most.
 * @type {Record<(typeof benchNames)[number], Record<string, [number, number, number]>>}
 */
const flags = {
  fanout: { subscribers: [10_000, 1, 60_000], rounds: [5, 1, 100], messages: [6, 1, 1_000], bytes: [1_024, 128, 16_000] },
  connections: { subscribers: [10_000, 1, 60_000], rounds: [3, 1, 100] },
  answers: { players: [3_000, 1, 15_000], questions: [9, 1, 100], warmup: [6, 0, 50], inflight: [500, 1, 15_000] },
  worker: { batch: [1_000, 1, 4_000], rows: [40_000, 1, 10_000_000], connections: [4, 1, 20], rounds: [5, 1, 100] },
  boards: { users: [100_000, 1, 1_000_000], rows: [1_000_000, 1, 10_000_000], viewers: [5_000, 1, 20_000], rounds: [3, 1, 50] },
  audit: { rows: [1_000_000, 10_000, 20_000_000], rounds: [5, 1, 100] },
  growth: { players: [500, 1, 1_500], questions: [4, 1, 100], rounds: [1, 1, 20] },
};

export const benchNames = /** @type {const} */ (["fanout", "answers", "connections", "worker", "boards", "audit", "growth"]);

/**
 * @param {readonly string[]} args
 * @returns {BenchOptions}
 */
export function parseBenchOptions(args) {
  const { positionals, tokens, values } = parseArgs({ args: [...args], strict: false, allowPositionals: true, tokens: true, options: optionsOf(args) });
  const [given, more] = positionals;
  const name = benchNames.find((known) => known === given);
  if (name === undefined) throw new LaunchError(`${given === undefined ? "The name of a benchmark is missing" : `${given} is no benchmark`}: there are ${benchNames.join(", ")}.`);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (token.name === "json") {
      if (token.value !== undefined) throw new LaunchError("--json takes no value.");
      continue;
    }
    if (!Object.hasOwn(flags[name], token.name)) throw new LaunchError(`${token.rawName} is not an option of ${name}; there are --json, ${Object.keys(flags[name]).map((flag) => `--${flag}`).join(", ")}.`);
    if (!token.value) throw new LaunchError(`${token.rawName} needs a value.`);
  }
  if (more !== undefined) throw new LaunchError(`${more} is one name too many: a run measures one thing.`);
  const numbers = Object.entries(flags[name]).map(([flag, [otherwise, from, to]]) => [flag, readInteger(`--${flag}`, values[flag], { from, to }) ?? otherwise]);
  return { name, json: values.json === true, numbers: Object.fromEntries(numbers) };
}

/**
 * @param {readonly string[]} args
 * @returns {Record<string, { type: "string" | "boolean" }>}
 */
function optionsOf(args) {
  const known = benchNames.filter((name) => args.includes(name)).flatMap((name) => Object.keys(flags[name]));
  return { json: { type: "boolean" }, ...Object.fromEntries(known.map((flag) => [flag, { type: /** @type {const} */ ("string") }])) };
}
