/** How a process of the product is bundled: one file for Node, with what belongs into it. What each needs besides is its own affair. */
export const processBundle = {
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: /** @type {const} */ ("node"),
  target: "node20",
  format: /** @type {const} */ ("esm"),
  // Bundled CommonJS packages ask for Node's own modules by `require`. The other name is its own: a bundled package may import the plain one as well.
  banner: { js: 'import { createRequire as requireOfBundle } from "node:module"; const require = requireOfBundle(import.meta.url);' },
  logLevel: /** @type {const} */ ("warning"),
};
