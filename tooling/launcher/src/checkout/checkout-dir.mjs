import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LaunchError } from "../launch-error.mjs";

/** The folder of the checkout. */
export const checkoutDir = fileURLToPath(new URL("../../../../", import.meta.url)).replace(/\/$/, "");

/**
 * Where everything lives that is not part of the checkout. For root it is outside of it: Postgres never runs as root,
 * and the user that it runs as could not enter a checkout in a private home.
 *
 * @param {{ isRoot?: boolean }} [options]
 */
export function findHome({ isRoot = process.getuid?.() === 0 } = {}) {
  if (!isRoot) return join(checkoutDir, ".quickfire");
  const name = createHash("sha256").update(checkoutDir).digest("hex").slice(0, 12);
  return join("/var/tmp", `quickfire-${name}`);
}

/** The folder of programs that were fetched: they serve every stack and every test run of this checkout. */
export function findToolsDir() {
  const home = findHome();
  makeOwnFolder(home);
  return join(home, "tools");
}

/**
 * Makes a folder, and refuses one that is somebody else's: anyone may make folders under /var/tmp, and what is run
 * from there must be ours.
 *
 * @param {string} dir
 */
export function makeOwnFolder(dir) {
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const found = lstatSync(dir);
  const isOwn = found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid()) && (found.mode & 0o022) === 0;
  if (!isOwn) throw new LaunchError(`${dir} belongs to somebody else, or others may write to it: remove it, or pass --data DIR.`);
}
