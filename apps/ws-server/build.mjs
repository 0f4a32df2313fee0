import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Tests build into folders of their own. */
const outdir = process.argv[2] ?? here("dist");

/** `@trpc/server` ships its TypeScript beside its build, whose down-levelled object spread costs a fifth of a request. */
const trpcFromSource = {
  name: "trpc-from-source",
  setup({ onResolve }) {
    const packageFolder = dirname(createRequire(here("package.json")).resolve("@trpc/server/package.json"));
    onResolve({ filter: /^@trpc\/server(\/|$)/ }, ({ path }) => {
      const entry = path.slice("@trpc/server".length) || "/index";
      const source = [`src${entry}.ts`, `src${entry}/index.ts`].map((name) => join(packageFolder, name)).find((name) => existsSync(name));
      if (!source) throw new Error(`${path} has no source in @trpc/server: build without this plugin`);
      return { path: source };
    });
  },
};

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
  plugins: [trpcFromSource],
  // Optional accelerators of ws, which it does without.
  external: ["bufferutil", "utf-8-validate"],
  // Bundled CommonJS packages ask for Node's own modules by `require`.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
});
