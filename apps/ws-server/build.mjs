import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { trpcFromSource } from "./trpc-from-source.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Tests build into folders of their own. */
const outdir = process.argv[2] ?? here("dist");

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: [here("src/main.ts")],
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  metafile: true,
  plugins: [trpcFromSource()],
  // Optional accelerators of ws, which it does without.
  external: ["bufferutil", "utf-8-validate"],
  // Bundled CommonJS packages ask for Node's own modules by `require`.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
});
