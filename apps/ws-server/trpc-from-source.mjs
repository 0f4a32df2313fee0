import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * `@trpc/server` ships its TypeScript beside its build, whose down-levelled object spread costs a fifth of a request. Where a
 * version has moved it, the build says so and takes what is published: slower, and otherwise the same.
 *
 * @param {string} [packageFolder]
 * @returns {import("esbuild").Plugin}
 */
export function trpcFromSource(packageFolder = dirname(createRequire(import.meta.url).resolve("@trpc/server/package.json"))) {
  return {
    name: "trpc-from-source",
    setup({ onResolve }) {
      onResolve({ filter: /^@trpc\/server(\/|$)/ }, ({ path }) => {
        const entry = path.slice("@trpc/server".length) || "/index";
        const source = [`src${entry}.ts`, `src${entry}/index.ts`].map((name) => join(packageFolder, name)).find((name) => existsSync(name));
        if (source) return { path: source };
        return { warnings: [{ text: `${path} has no source where it is looked for: its published build is taken, which is slower` }] };
      });
    },
  };
}
