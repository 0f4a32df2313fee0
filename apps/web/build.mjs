import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { trpcFromSource } from "../ws-server/trpc-from-source.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Tests build into folders of their own, somewhere below this one. */
const outdir = process.argv[2] ?? here("dist");

await rm(outdir, { recursive: true, force: true });
// The process itself, and what it answers without Next; the pages are built by Next.
await build({
  entryPoints: [here("src/server/main.ts")],
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  plugins: [trpcFromSource()],
  // Next finds its own parts by itself, and a native module can't be bundled; this package names both as dependencies.
  external: ["next", "@node-rs/argon2"],
  // Bundled CommonJS packages ask for Node's own modules by `require`.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
});
