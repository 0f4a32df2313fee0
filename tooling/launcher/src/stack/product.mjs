import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkoutDir } from "../checkout/checkout-dir.mjs";
import { LaunchError } from "../launch-error.mjs";
import { supervise } from "../processes/supervisor.mjs";
import { untilAnswers } from "../processes/until-answers.mjs";
import { ownAddressOf, ownHost } from "./stack-plan.mjs";
import { openChildLog } from "./child-log.mjs";
import { wsServerFlags } from "./node-flags.mjs";

/**
 * How a process of the product is run: built, or from its sources with reloading.
 * @typedef {{ command: string, args: readonly string[], cwd: string }} Program
 * @typedef {{ migrate: Program, seed: Program, web: Program, node: Program, worker: Program }} Programs
 */

/** @param {string} path @param {readonly string[]} args @returns {Program} */
const runNode = (path, ...args) => ({ command: process.execPath, args: [join(checkoutDir, path), ...args], cwd: join(checkoutDir, path.split("/").slice(0, 2).join("/")) });

/** @param {readonly string[]} flags for Node @param {Program} program @returns {Program} */
const withFlags = (flags, program) => ({ ...program, args: [...flags, ...program.args] });

/** What runs once runs built, also where the rest reloads. */
const onceBuilt = { migrate: runNode("apps/worker/dist/migrate.mjs"), seed: runNode("apps/worker/dist/seed.mjs", "--demo") };

/** @returns {Programs} */
export function builtPrograms() {
  return {
    ...onceBuilt,
    web: runNode("apps/web/dist/main.mjs"),
    node: withFlags(wsServerFlags, runNode("apps/ws-server/dist/main.mjs")),
    worker: runNode("apps/worker/dist/main.mjs"),
  };
}

/** @returns {Programs} */
export function reloadingPrograms() {
  return {
    ...onceBuilt,
    web: runNode("apps/web/node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "--exclude=.next/**", "src/server/main.ts"),
    node: runNode("apps/ws-server/node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "src/main.ts"),
    worker: runNode("apps/worker/node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "src/main.ts"),
  };
}

/**
 * Brings the tables up to date, and the demo content in.
 *
 * @param {object} options
 * @param {import("../processes/process-guard.mjs").ProcessGuard} options.guard
 * @param {Pick<Programs, "migrate" | "seed">} options.programs
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.logsDir
 * @param {boolean} options.seedsDemo
 */
export async function prepareDatabase({ guard, programs, env, logsDir, seedsDemo }) {
  await runStep({ guard, env, logsDir, name: "migrate", program: programs.migrate });
  if (seedsDemo) await runStep({ guard, env, logsDir, name: "seed", program: programs.seed });
}

/**
 * @param {{ guard: import("../processes/process-guard.mjs").ProcessGuard, env: NodeJS.ProcessEnv, logsDir: string, name: string, program: Program }} options
 */
async function runStep({ guard, env, logsDir, name, program }) {
  const log = openChildLog({ name, logsDir });
  const { command, args, cwd } = program;
  const child = guard.spawn(command, args, { cwd, env });
  log.attach(child);
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  await log.close();
  if (code !== 0) throw new LaunchError(`${name} failed: ${log.lastWords() ?? `it ended with code ${code}`}`);
}

/**
 * Starts web, ws-servers, worker and, before several nodes, the balancer; resolves once all of them are ready.
 *
 * @param {object} options
 * @param {import("../processes/process-guard.mjs").ProcessGuard} options.guard
 * @param {import("./stack-plan.mjs").StackPlan} options.plan
 * @param {Programs} options.programs
 * @param {ReturnType<typeof import("./product-env.mjs").createProductEnv>} options.env
 * @param {string} options.logsDir
 * @param {(line: string) => void} options.say
 */
export function startProduct({ guard, plan, programs, env, logsDir, say }) {
  /**
   * @param {string} name
   * @param {Program} program
   * @param {{ env: NodeJS.ProcessEnv, readyUrl: string }} options
   */
  const run = (name, { command, args, cwd }, { env: processEnv, readyUrl }) => {
    const log = openChildLog({ name, logsDir, say });
    return supervise({
      name,
      say,
      start: () => {
        const child = guard.spawn(command, args, { cwd, env: processEnv });
        log.attach(child);
        return { child, ready: untilAnswers(child, { name, url: readyUrl, lastWords: log.lastWords }) };
      },
    });
  };
  const readyUrl = (/** @type {string} */ host, /** @type {number} */ port) => `http://${ownAddressOf(host)}:${port}/readyz`;

  return [
    ...plan.nodes.map((node) => run(node.name, programs.node, { env: env.node(node), readyUrl: readyUrl(ownHost, node.opsPort) })),
    run("worker", programs.worker, { env: env.worker, readyUrl: readyUrl(ownHost, plan.workerOpsPort) }),
    run("web", programs.web, { env: env.web, readyUrl: readyUrl(plan.host, plan.webPort) }),
    ...(plan.isBalanced ? [run("balancer", balancer, { env: env.balancer, readyUrl: readyUrl(plan.host, plan.wsPort) })] : []),
  ];
}

/** @type {Program} */
export const balancer = { command: process.execPath, args: [fileURLToPath(new URL("../balancer/balancer-main.mjs", import.meta.url))], cwd: checkoutDir };
