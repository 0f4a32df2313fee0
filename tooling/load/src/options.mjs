import { parseArgs } from "node:util";
import { LaunchError } from "@quickfire/launcher/launch-error";
import { readInteger } from "@quickfire/launcher/launch-options";

export const runKinds = /** @type {const} */ (["baseline", "peak", "stress", "spike", "endurance"]);

/**
 * What stands after `npm run load --`.
 * @typedef {object} LoadOptions
 * @property {typeof runKinds[number]} run
 * @property {number} players
 * @property {number} nodes ws-servers of the own stack
 * @property {number} questions
 * @property {number} plain the share of sockets that speak plain JSON; the others speak tRPC
 * @property {number} spread seconds over which the answers to a question come
 * @property {"race" | "classroom"} preset the settings of the game
 * @property {number} processes load processes
 * @property {number} joiners joins under way at once
 * @property {number} minutes of an endurance run
 * @property {number} most players at which a stress run stops growing
 * @property {number} seed of everything that is left to chance
 * @property {string | null} url a stack that runs already; null for one of the run's own
 * @property {string | null} databaseUrl its Postgres, where the rows are to be counted too
 * @property {number | null} portBase
 * @property {string | null} data
 * @property {boolean} json
 */

const known = /** @type {const} */ ({
  run: { type: "string" }, players: { type: "string" }, nodes: { type: "string" }, questions: { type: "string" }, plain: { type: "string" },
  spread: { type: "string" }, preset: { type: "string" }, processes: { type: "string" }, joiners: { type: "string" }, minutes: { type: "string" },
  most: { type: "string" }, seed: { type: "string" }, url: { type: "string" }, "database-url": { type: "string" }, "port-base": { type: "string" },
  data: { type: "string" }, json: { type: "boolean" },
});
const usage = `--run ${runKinds.join("|")}, --players N, --nodes N, --questions N, --plain SHARE, --spread SECONDS, --preset race|classroom, --processes N, --joiners N, --minutes N, --most N, --seed N, --url URL, --database-url URL, --port-base N, --data DIR, --json`;

/** More would not fit into what one process may have open, see docs/performance.md. */
const playersAProcess = 5_000;
export const mostPlayersAProcess = 19_000;

/**
 * @param {readonly string[]} args
 * @returns {LoadOptions}
 */
export function parseLoadOptions(args) {
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  for (const token of tokens) checkToken(token);
  const text = /** @type {Partial<Record<string, string>>} */ (values);
  const players = readInteger("--players", text.players, { from: 1, to: 200_000 }) ?? 100;
  const most = readInteger("--most", text.most, { from: 1, to: 200_000 }) ?? Math.max(players, 100_000);
  const run = readChoice("--run", text.run, runKinds) ?? "baseline";
  const crowd = run === "stress" ? most : players;
  const processes = readInteger("--processes", text.processes, { from: 1, to: 64 }) ?? Math.max(1, Math.ceil(crowd / playersAProcess));
  if (crowd / processes > mostPlayersAProcess) throw new LaunchError(`--processes ${processes} is too few for ${crowd} players: one holds at most ${mostPlayersAProcess}.`);
  return {
    run,
    players,
    most,
    processes,
    nodes: readInteger("--nodes", text.nodes, { from: 1, to: 16 }) ?? 2,
    questions: readInteger("--questions", text.questions, { from: 1, to: 200 }) ?? 3,
    plain: readNumber("--plain", text.plain, { from: 0, to: 1 }) ?? 0.5,
    spread: run === "peak" ? 0.3 : (readNumber("--spread", text.spread, { from: 0, to: 60 }) ?? 4),
    preset: readChoice("--preset", text.preset, /** @type {const} */ (["race", "classroom"])) ?? "race",
    joiners: readInteger("--joiners", text.joiners, { from: 1, to: 1_000 }) ?? 16,
    minutes: readNumber("--minutes", text.minutes, { from: 0.1, to: 10_000 }) ?? 5,
    seed: readInteger("--seed", text.seed, { from: 0, to: 2 ** 31 }) ?? 1,
    url: readUrl("--url", text.url, /^https?:$/),
    databaseUrl: readUrl("--database-url", text["database-url"], /^postgres(ql)?:$/),
    portBase: readInteger("--port-base", text["port-base"], { from: 1_024, to: 65_300 }),
    data: text.data ?? null,
    json: values.json === true,
  };
}

/** @param {{ kind: string, name?: string, rawName?: string, value?: string | undefined }} token */
function checkToken({ kind, name = "", rawName, value }) {
  if (kind === "positional") throw new LaunchError(`${value} is not an option; there are ${usage}.`);
  if (kind !== "option") return;
  if (!Object.hasOwn(known, name)) throw new LaunchError(`${rawName} is not an option; there are ${usage}.`);
  const takesValue = known[/** @type {keyof typeof known} */ (name)].type === "string";
  if (takesValue && !value) throw new LaunchError(`--${name} needs a value.`);
  if (!takesValue && value !== undefined) throw new LaunchError(`--${name} takes no value.`);
}

/**
 * @template {string} Choice
 * @param {string} name
 * @param {string | undefined} text
 * @param {readonly Choice[]} choices
 * @returns {Choice | undefined}
 */
function readChoice(name, text, choices) {
  if (text === undefined) return undefined;
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) throw new LaunchError(`${name} is one of ${choices.join(", ")}, and not ${text}.`);
  return chosen;
}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {{ from: number, to: number }} range
 * @returns {number | undefined}
 */
function readNumber(name, text, { from, to }) {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number >= from && number <= to)) throw new LaunchError(`${name} is a number from ${from} to ${to}, and not ${text}.`);
  return number;
}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {RegExp} protocol
 * @returns {string | null}
 */
function readUrl(name, text, protocol) {
  if (text === undefined) return null;
  if (!URL.canParse(text) || !protocol.test(new URL(text).protocol)) throw new LaunchError(`${name} is not an address of the right kind: ${text}.`);
  return text.replace(/\/$/, "");
}
