import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { processBundle } from "../../tooling/bundling/process-bundle.mjs";
import { trpcFromSource } from "./trpc-from-source.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Tests build into folders of their own. */
const outdir = process.argv[2] ?? here("dist");

await rm(outdir, { recursive: true, force: true });
await build({
  ...processBundle,
  entryPoints: [here("src/main.ts")],
  outdir,
  sourcemap: true,
  plugins: [trpcFromSource()],
  // Optional accelerators of ws, which it does without.
  external: ["bufferutil", "utf-8-validate"],
});
