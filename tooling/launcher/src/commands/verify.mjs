import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutDir, findHome } from "../checkout/checkout-dir.mjs";
import { loadEnvFile } from "../checkout/env-file.mjs";
import { LaunchError } from "../launch-error.mjs";
import { parseLaunchOptions } from "../launch-options.mjs";
import { postgresUrl } from "../postgres/postgres-server.mjs";
import { loadSecrets } from "../stack/data-folder.mjs";
import { planStack } from "../stack/stack-plan.mjs";
import { runCommand } from "./run-command.mjs";

const usage = "Name a game by its id: npm run verify -- <game id> [--data DIR] [--port-base N]";

/** `npm run verify -- GAME`: plays a game again from its audit log, in the database of the stack that runs here. */
export function verify() {
  return runCommand(async ({ guard, env: given }) => {
    const [gameId, ...options] = process.argv.slice(2);
    if (!gameId || gameId.startsWith("-")) throw new LaunchError(usage);
    const program = join(checkoutDir, "apps/worker/dist/verify.mjs");
    if (!existsSync(program)) throw new LaunchError("Nothing is built yet: run `npm start` once, or `npm run build`.");
    const env = loadEnvFile(given);
    const { dataDir } = planStack({ options: parseLaunchOptions(options), env, home: findHome(), lanAddress: null });
    const child = guard.spawn(process.execPath, [program, gameId], { env: { ...env, DATABASE_URL: env.DATABASE_URL || urlOfEmbedded(dataDir), LOG_LEVEL: "silent" }, stdio: "inherit" });
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code ?? 1));
    });
  }, { codeWhenStopped: 1 });
}

/** @param {string} dataDir */
function urlOfEmbedded(dataDir) {
  const ports = join(dataDir, "ports.json");
  if (!existsSync(ports)) throw new LaunchError(`There is no stack in ${dataDir}: name its folder by --data DIR, or its database by DATABASE_URL.`);
  const { postgres } = JSON.parse(readFileSync(ports, "utf8"));
  return postgresUrl({ port: postgres, password: loadSecrets(dataDir).postgresPassword, database: "quickfire" });
}
