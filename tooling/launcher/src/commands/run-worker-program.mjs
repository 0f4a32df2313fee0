import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkoutDir, findHome } from "../checkout/checkout-dir.mjs";
import { loadEnvFile } from "../checkout/env-file.mjs";
import { LaunchError } from "../launch-error.mjs";
import { parseLaunchOptions } from "../launch-options.mjs";
import { planStack } from "../stack/stack-plan.mjs";
import { storesOfStack } from "../stack/stores-of-stack.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * Runs a program that the worker brings along, on the stores of a stack, which may run meanwhile. It ends with the program's own code.
 *
 * @param {{ name: string, usage: string, isWord: (word: string) => boolean, needs: readonly import("../stack/stores-of-stack.mjs").StoreVariable[] }} program
 *   `isWord`: whether this may stand in front of the options
 */
export function runWorkerProgram({ name, usage, isWord, needs }) {
  return runCommand(
    async ({ guard, env: given }) => {
      const [word = "", ...options] = process.argv.slice(2);
      if (!isWord(word)) throw new LaunchError(usage);
      const path = join(checkoutDir, `apps/worker/dist/${name}.mjs`);
      if (!existsSync(path)) throw new LaunchError("The product is not built yet: npm start builds it.");
      const env = loadEnvFile(given);
      const { dataDir } = planStack({ options: parseLaunchOptions(options), env, home: findHome(), lanAddress: null });
      const child = guard.spawn(process.execPath, [path, word], { stdio: "inherit", env: { ...env, LOG_LEVEL: env.LOG_LEVEL || "error", ...storesOfStack(dataDir, { env, needs }) } });
      return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code) => resolve(code ?? 1));
      });
    },
    { codeWhenStopped: 1 },
  );
}
