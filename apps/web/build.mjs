import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { processBundle } from "../../tooling/bundling/process-bundle.mjs";
import { trpcFromSource } from "../ws-server/trpc-from-source.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Tests build into folders of their own, somewhere below this one. */
const outdir = process.argv[2] ?? here("dist");

await rm(outdir, { recursive: true, force: true });
// The process itself, and what it answers without Next; the pages are built by Next.
await build({
  ...processBundle,
  entryPoints: [here("src/server/main.ts")],
  outdir,
  sourcemap: true,
  plugins: [trpcFromSource()],
  // Next finds its own parts by itself, and a native module can't be bundled; this package names both as dependencies.
  external: ["next", "@node-rs/argon2"],
});
