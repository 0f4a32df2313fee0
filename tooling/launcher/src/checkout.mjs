import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout. */
export const checkoutDir = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");

/**
 * Where everything lives that is not part of the checkout. As root it is outside of it: Postgres never runs as root,
 * and the user that it runs as could not enter a checkout in a private home.
 *
 * @param {{ env?: NodeJS.ProcessEnv, isRoot?: boolean }} [options]
 */
export function homeOfData({ env = process.env, isRoot = process.getuid?.() === 0 } = {}) {
  if (env.QUICKFIRE_DATA) return env.QUICKFIRE_DATA;
  if (!isRoot) return join(checkoutDir, ".quickfire");
  const name = createHash("sha256").update(checkoutDir).digest("hex").slice(0, 12);
  return join("/var/tmp", `quickfire-${name}`);
}

/** Programs that were fetched for this checkout: they serve every stack and every test run of it. */
export function toolsDir() {
  return join(homeOfData({ env: {} }), "tools");
}
