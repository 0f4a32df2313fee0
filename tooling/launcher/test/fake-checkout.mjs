import { mkdirSync, readFileSync, existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTestGuard } from "./guard.mjs";
import { makeTemporaryFolder, writeProgram } from "./temporary-folder.mjs";

/**
 * A checkout with the shape of ours, whose tools are scripts of a test; `calls` are what they were asked, in order.
 *
 * @param {{ pnpm?: string, tools?: Record<string, string>, playwright?: string, start?: string, specs?: boolean }} [scripts]
 */
export function createFakeCheckout({ pnpm = "", tools = {}, playwright = "", start = "", specs = true } = {}) {
  const dir = makeTemporaryFolder();
  const checkoutDir = join(dir, "checkout");
  const log = join(dir, "calls");
  const record = (/** @type {string} */ name) => `echo "${name} $*" >> ${log}\n`;
  const write = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(checkoutDir, path)), { recursive: true });
    writeFileSync(join(checkoutDir, path), text);
  };
  write("package.json", JSON.stringify({ packageManager: "pnpm@12.21.0" }));
  for (const path of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "turbo.json", "apps/web/package.json", "packages/engine/package.json", "tooling/typescript/base.json", "tooling/bundling/process-bundle.mjs", "tooling/launcher/start.mjs", "e2e/package.json"]) write(path, "");
  write("tooling/launcher/start.mjs", start);
  if (specs) write("e2e/journeys/a.spec.ts", "");
  for (const folder of ["bin", "tools", "checkout/node_modules/.bin", "checkout/e2e/node_modules/.bin"]) mkdirSync(join(dir, folder), { recursive: true });
  writeProgram(join(dir, "bin"), "pnpm", `[ "$1" = --version ] && { echo 12.0.0; exit; }\n${record("pnpm")}${pnpm}`);
  for (const name of ["redis-server", "chromium"]) writeProgram(join(dir, "bin"), name, "");
  for (const name of ["turbo", "oxlint", "vitest"]) writeProgram(join(checkoutDir, "node_modules/.bin"), name, `${record(name)}${tools[name] ?? ""}`);
  writeProgram(join(checkoutDir, "e2e/node_modules/.bin"), "playwright", `${record("playwright")}${playwright}`);

  /** @type {string[]} */
  const said = [];
  return {
    checkoutDir, said, write,
    calls: () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []),
    context: {
      guard: createTestGuard(), checkoutDir, toolsDir: join(dir, "tools"), say: (/** @type {string} */ line) => void said.push(line),
      env: /** @type {NodeJS.ProcessEnv} */ ({ ...process.env, PATH: `${join(dir, "bin")}:/usr/bin:/bin`, QUICKFIRE_CHROMIUM: undefined }),
    },
  };
}

/** What a build leaves, as a line of a script that is run in the checkout. */
export const thatBuilds = "mkdir -p apps/web/.next apps/web/dist apps/ws-server/dist apps/worker/dist; echo 1 > apps/web/.next/BUILD_ID; echo 1 > apps/web/dist/main.mjs; echo 1 > apps/ws-server/dist/main.mjs; echo 1 > apps/worker/dist/main.mjs";
