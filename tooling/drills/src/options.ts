import { LaunchError } from "@quickfire/launcher/launch-error";
import { readInteger } from "@quickfire/launcher/launch-options";
import { parseArgs } from "node:util";

export type DrillOptions = {
  what: { kind: "list" } | { kind: "all" } | { kind: "named"; names: readonly string[] };
  seed: number | null;
  players: number | null;
  portBase: number | null;
  json: boolean;
  full: boolean;
  control: "with" | "without" | "only";
};

const known = {
  seed: { type: "string" }, players: { type: "string" }, "port-base": { type: "string" },
  json: { type: "boolean" }, full: { type: "boolean" }, "without-protection": { type: "boolean" }, "no-control": { type: "boolean" },
} as const;
const usage = "npm run drill -- NAME … | list | all [--seed N] [--players N] [--full] [--without-protection] [--no-control] [--port-base N] [--json]";

/** What stands after `npm run drill --`; throws, in a line, where that is none of it. */
export function parseDrillOptions(args: readonly string[], names: readonly string[]): DrillOptions {
  const { values, positionals } = parse(args);
  const unknown = positionals.find((name) => name !== "list" && name !== "all" && !names.includes(name));
  if (unknown !== undefined) throw new LaunchError(`There is no drill ${unknown}; npm run drill -- list shows them.`);
  if (positionals.length === 0) throw new LaunchError(`Which drill? ${usage}`);
  if (values["without-protection"] && values["no-control"]) throw new LaunchError("--without-protection runs the negative control only, and --no-control leaves it out: one of them.");
  const special = positionals.find((name) => name === "list" || name === "all");
  if (special !== undefined && positionals.length > 1) throw new LaunchError(`${special} stands alone: ${usage}`);
  return {
    what: special === "list" ? { kind: "list" } : special === "all" ? { kind: "all" } : { kind: "named", names: positionals },
    seed: readInteger("--seed", values.seed, { from: 0, to: 2 ** 31 - 1 }),
    players: readInteger("--players", values.players, { from: 2, to: 5_000 }),
    portBase: readInteger("--port-base", values["port-base"], { from: 1_024, to: 65_300 }),
    json: values.json === true,
    full: values.full === true,
    control: values["without-protection"] ? "only" : values["no-control"] ? "without" : "with",
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch (error) {
    throw new LaunchError(`${error instanceof Error ? error.message.split(". ")[0] : String(error)}: ${usage}`);
  }
}
