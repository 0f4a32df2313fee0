import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { trpcFromSource } from "../../apps/ws-server/trpc-from-source.mjs";
import { processBundle } from "../bundling/process-bundle.mjs";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const common = {
  ...processBundle,
  // The launcher finds its own files beside itself; the others are native, and nothing here calls them.
  external: ["@quickfire/launcher/*", "@node-rs/argon2", "bufferutil", "utf-8-validate"],
};

/**
 * Builds everything that a run starts into a folder of its own. What is Quickfire's is built as the product is; what it is
 * compared to, from the packages as they were published.
 */
export async function buildPrograms() {
  mkdirSync(here("dist"), { recursive: true });
  const dir = mkdtempSync(here("dist/run-"));
  const programs = ["main", "fanout/stock-trpc", "fanout/socket-io", "fanout/preframed", "fanout/listener", "worker/writer", "boards/stream-server", "boards/viewers", "answers/stock-server", "games/crowd", "shared/usage-probe"];
  await Promise.all([
    build({ ...common, outdir: dir, outbase: here("src"), entryPoints: programs.map((name) => here(`src/${name}.ts`)) }),
    build({ ...common, outdir: dir, outbase: here("src"), entryPoints: [here("src/fanout/quickfire.ts")], plugins: [trpcFromSource()] }),
  ]);
  const { status, stderr } = spawnSync(process.execPath, [here("../../apps/ws-server/build.mjs"), join(dir, "ws-server")], { encoding: "utf8" });
  if (status !== 0) throw new Error(`ws-server could not be built: ${stderr}`);
  // They lie beside the bundle that runs them.
  for (const place of ["worker/migrations", "migrations"]) cpSync(here("../../packages/db/src/migrations"), join(dir, place), { recursive: true });
  return { dir, main: join(dir, "main.mjs"), remove: () => rmSync(dir, { recursive: true, force: true }) };
}
