import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const leftOut = new Set(["node_modules", "dist", ".next", ".turbo", "coverage", "test", "test-results", "next-env.d.ts"]);

/**
 * One hash for some files and all under some folders, by name and content; what is built or only tested is left out.
 *
 * @param {string} root
 * @param {readonly string[]} paths
 */
export function fingerprint(root, paths) {
  const hash = createHash("sha256").update(process.version).update(process.arch);
  for (const path of paths) {
    if (statSync(join(root, path)).isDirectory()) addTo(hash, root, path);
    else addFile(hash, root, path);
  }
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} root
 * @param {string} path
 */
function addTo(hash, root, path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = join(path, entry.name);
    if (leftOut.has(entry.name) || /\.test\.tsx?$|\.tsbuildinfo$/.test(entry.name)) continue;
    if (entry.isDirectory()) addTo(hash, root, name);
    else if (entry.isFile()) addFile(hash, root, name);
  }
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} root
 * @param {string} name
 */
function addFile(hash, root, name) {
  const content = readFileSync(join(root, name));
  hash.update(`${name}\0${content.length}\0`).update(content);
}

/**
 * The fingerprint of what was last done, so that it is not done again: `isFresh` compares, `remember` writes.
 *
 * @param {string} file
 * @param {string} current
 */
export function openMarker(file, current) {
  return {
    isFresh: () => existsSync(file) && readFileSync(file, "utf8") === current,
    remember() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, current);
    },
  };
}
