import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null} the first program of that name on the PATH
 */
export function findOnPath(name, env) {
  for (const dir of (env.PATH ?? "").split(delimiter)) {
    const path = join(dir, name);
    if (isProgram(path)) return path;
  }
  return null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
