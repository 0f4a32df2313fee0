import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { processBundle } from "../../tooling/bundling/process-bundle.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Tests build into folders of their own, somewhere below this one. */
const outdir = process.argv[2] ?? here("dist");

await rm(outdir, { recursive: true, force: true });
await build({
  ...processBundle,
  entryPoints: ["main", "migrate", "seed", "boards", "verify"].map((name) => here(`src/${name}.ts`)),
  outdir,
  sourcemap: true,
  // A native module can't be bundled; this package names it as a dependency, so it is found from dist.
  external: ["@node-rs/argon2"],
});
await cp(here("../../packages/db/src/migrations"), join(outdir, "migrations"), { recursive: true });
