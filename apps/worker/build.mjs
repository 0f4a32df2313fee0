import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Tests build into folders of their own, somewhere below this one. */
const outdir = process.argv[2] ?? here("dist");

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: ["main", "migrate", "seed"].map((name) => here(`src/${name}.ts`)),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  // A native module can't be bundled; this package names it as a dependency, so it is found from dist.
  external: ["@node-rs/argon2"],
  // Bundled CommonJS packages ask for Node's own modules by `require`.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
});
await cp(here("../../packages/db/src/migrations"), join(outdir, "migrations"), { recursive: true });
