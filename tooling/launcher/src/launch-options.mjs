import { parseArgs } from "node:util";
import { LaunchError } from "./launch-error.mjs";

/**
 * What stands after `npm start --`.
 * @typedef {object} LaunchOptions
 * @property {number} nodes ws-servers behind the one port
 * @property {number | null} portBase
 * @property {string | null} data
 * @property {boolean} empty
 * @property {boolean} lan
 * @property {boolean} demo
 */

const known = /** @type {const} */ ({
  nodes: { type: "string" },
  "port-base": { type: "string" },
  data: { type: "string" },
  empty: { type: "boolean" },
  lan: { type: "boolean" },
  demo: { type: "boolean" },
});
const usage = "--nodes N, --port-base N, --data DIR, --empty, --lan, --demo";

/**
 * @param {readonly string[]} args
 * @returns {LaunchOptions}
 */
export function parseLaunchOptions(args) {
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") throw new LaunchError(`${token.value} is not an option; there are ${usage}.`);
    if (token.kind !== "option") continue;
    if (!Object.hasOwn(known, token.name)) throw new LaunchError(`${token.rawName} is not an option; there are ${usage}.`);
    const takesValue = known[/** @type {keyof typeof known} */ (token.name)].type === "string";
    if (takesValue && !token.value) throw new LaunchError(`--${token.name} needs a value.`);
    if (!takesValue && token.value !== undefined) throw new LaunchError(`--${token.name} takes no value.`);
  }
  return {
    nodes: readInteger("--nodes", values.nodes, { from: 1, to: 16 }) ?? 1,
    // The highest port is the base and 191, and further nodes follow.
    portBase: readInteger("--port-base", values["port-base"], { from: 1_024, to: 65_300 }),
    data: typeof values.data === "string" ? values.data : null,
    empty: values.empty === true,
    lan: values.lan === true,
    demo: values.demo === true,
  };
}

/**
 * @param {string} name
 * @param {unknown} text
 * @param {{ from: number, to: number }} range
 * @returns {number | null} null where it is not given
 */
export function readInteger(name, text, { from, to }) {
  if (text === undefined || text === "") return null;
  const number = Number(text);
  if (!Number.isInteger(number) || number < from || number > to) throw new LaunchError(`${name} is a whole number from ${from} to ${to}, and not ${text}.`);
  return number;
}
