import { createInterface } from "node:readline";
import { join } from "node:path";
import { LaunchError } from "@quickfire/launcher/launch-error";
import { checkoutDir } from "../src/places.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

/**
 * The whole product with two nodes, started as anybody starts it, in a data folder of its own.
 *
 * @param {import("@quickfire/launcher/commands/run-command").CommandContext} context
 * @param {{ portBase: number, env?: NodeJS.ProcessEnv }} options
 */
export async function startStack({ guard, env, say }, { portBase, env: more = {} }) {
  const dataDir = makeTemporaryFolder("check");
  say(`starts the product on ${portBase}, which takes a while where it has to be built`);
  const start = [join(checkoutDir, "tooling/launcher/start.mjs"), "--port-base", String(portBase), "--nodes", "2", "--data", dataDir];
  const child = guard.spawn(process.execPath, start, { cwd: checkoutDir, env: { ...env, ...more }, signal: "SIGINT", stopsLast: true });
  /** @type {string[]} */
  const lines = [];
  const ready = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        if (line.startsWith("quickfire ready")) resolve(null);
      });
    }
    child.once("close", () => reject(new LaunchError(`the product did not start: ${lines.slice(-5).join(" | ")}`)));
  });
  await ready;
  return {
    dataDir,
    webUrl: `http://127.0.0.1:${portBase}`,
    wsUrl: `ws://127.0.0.1:${portBase + 90}`,
    nodes: [1, 2].map((number) => ({ name: `ws-${number}`, wsPort: portBase + 90 + number, opsPort: portBase + (number === 1 ? 190 : 192) })),
    workerOpsPort: portBase + 191,
    webPort: portBase,
  };
}
/** @typedef {Awaited<ReturnType<typeof startStack>>} Stack */
