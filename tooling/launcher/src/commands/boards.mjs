import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutDir, findHome } from "../checkout/checkout-dir.mjs";
import { loadEnvFile } from "../checkout/env-file.mjs";
import { LaunchError } from "../launch-error.mjs";
import { parseLaunchOptions } from "../launch-options.mjs";
import { postgresUrl } from "../postgres/postgres-server.mjs";
import { redisUrl } from "../redis/redis-server.mjs";
import { loadSecrets } from "../stack/data-folder.mjs";
import { planStack } from "../stack/stack-plan.mjs";
import { runCommand } from "./run-command.mjs";

const usage = "Say what to do with the boards: npm run boards -- rebuild [--port-base N] [--data DIR] makes all of them again from Postgres.";

/** `npm run boards -- rebuild`: makes the long-term boards of a running stack again. */
export function boards() {
  return runCommand(
    async ({ guard, env: given }) => {
      const [command, ...args] = process.argv.slice(2);
      if (command !== "rebuild") throw new LaunchError(usage);
      const env = loadEnvFile(given);
      const { dataDir } = planStack({ options: parseLaunchOptions(args), env, home: findHome(), lanAddress: null });
      const program = join(checkoutDir, "apps/worker/dist/boards.mjs");
      if (!existsSync(program)) throw new LaunchError("The product is not built yet: npm start builds it.");
      const child = guard.spawn(process.execPath, [program, command], { stdio: "inherit", env: { ...env, LOG_LEVEL: env.LOG_LEVEL || "error", ...addressesOf(dataDir, env) } });
      return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
    },
    { codeWhenStopped: 1 },
  );
}

/**
 * Where the stores of a running stack are: those that the environment names, or the embedded ones.
 *
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 */
function addressesOf(dataDir, env) {
  if (env.DATABASE_URL && env.REDIS_URL) return {};
  const file = join(dataDir, "ports.json");
  if (!existsSync(file)) throw new LaunchError(`There is no stack in ${dataDir}: name it by --port-base or --data, or set DATABASE_URL and REDIS_URL.`);
  /** @type {{ redis: number, postgres: number }} */
  const ports = JSON.parse(readFileSync(file, "utf8"));
  const { postgresPassword } = loadSecrets(dataDir);
  return {
    DATABASE_URL: env.DATABASE_URL || postgresUrl({ port: ports.postgres, password: postgresPassword, database: "quickfire" }),
    REDIS_URL: env.REDIS_URL || redisUrl({ port: ports.redis }),
  };
}
