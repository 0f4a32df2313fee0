import { loadEnvFile } from "../checkout/env-file.mjs";
import { checkoutDir, findHome, findToolsDir } from "../checkout/checkout-dir.mjs";
import { prepareCheckout } from "../checkout/prepare.mjs";
import { findLanAddress } from "../lan-address.mjs";
import { parseLaunchOptions } from "../launch-options.mjs";
import { checkPortsAreFree } from "../ports.mjs";
import { choosePorts, loadSecrets, openDataFolder } from "./data-folder.mjs";
import { lockFolder } from "./folder-lock.mjs";
import { createProductEnv } from "./product-env.mjs";
import { prepareDatabase, startProduct } from "./product.mjs";
import { listPorts, planStack } from "./stack-plan.mjs";
import { startStorage } from "./storage.mjs";

/**
 * From a checkout to a running product: what `npm start` and `npm run dev` have in common.
 *
 * @param {import("../commands/run-command.mjs").CommandContext} context
 * @param {object} kind
 * @param {readonly string[]} kind.args
 * @param {"production" | "development"} kind.mode
 * @param {() => import("./product.mjs").Programs} kind.programs
 * @param {(context: import("../commands/run-command.mjs").CommandContext) => Promise<void>} [kind.prepare] what else must be made before
 * @returns {Promise<import("./stack-plan.mjs").StackPlan>} once everything answers
 */
export async function runStack(context, { args, mode, programs, prepare = async () => {} }) {
  const { guard, say, stopSignal } = context;
  const env = loadEnvFile(context.env);
  const options = parseLaunchOptions(args);
  const plan = planStack({ options, env, home: findHome(), lanAddress: options.lan ? findLanAddress() : null });
  const toolsDir = findToolsDir();
  const folder = openDataFolder(plan.dataDir);
  const lock = await lockFolder({
    file: `${plan.dataDir}/lock`,
    watchdogPid: guard.watchdogPid(),
    busyMessage: `${plan.dataDir} is in use by a running start (process {pid}): stop that one, or start with --port-base N or --data DIR.`,
  });
  process.once("exit", lock.release);
  await checkPortsAreFree(listPorts(plan));
  await prepareCheckout({ guard, checkoutDir, toolsDir, env, say, builds: mode === "production" });
  await prepare({ ...context, env });

  const { authSecret, postgresPassword } = loadSecrets(plan.dataDir);
  const storage = await startStorage({ guard, folder, toolsDir, ports: await choosePorts(plan.dataDir), postgresPassword, env, say });
  const productEnv = createProductEnv({ plan, env, storage, authSecret, mode });
  const running = { guard, programs: programs(), logsDir: folder.logsDir };
  await prepareDatabase({ ...running, env: productEnv.worker, seedsDemo: plan.seedsDemo });
  const product = startProduct({ ...running, plan, env: productEnv, say });
  stopSignal.addEventListener("abort", () => {
    for (const supervised of [...storage.supervised, ...product]) supervised.letGo();
  });
  await Promise.all(product.map(({ ready }) => ready));
  return plan;
}
