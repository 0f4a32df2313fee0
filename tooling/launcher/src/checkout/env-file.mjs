import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { checkoutDir } from "./checkout-dir.mjs";

/**
 * The environment with the lines of `.env` in the checkout, where there is one; what is set already stays.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [file]
 * @returns {NodeJS.ProcessEnv}
 */
export function loadEnvFile(env, file = join(checkoutDir, ".env")) {
  return existsSync(file) ? { ...parseEnv(readFileSync(file, "utf8")), ...env } : env;
}
