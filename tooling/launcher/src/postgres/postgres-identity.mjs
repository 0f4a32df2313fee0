import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * As whom Postgres runs: it refuses to run as root.
 * `wrap` is what stands before the command.
 * @typedef {{ uid?: number, gid?: number, wrap: readonly string[] }} PostgresIdentity
 */

/**
 * Root gives its Postgres to `nobody`. Where nobody can't enter the folder of the data, Postgres runs as root
 * that looks like nobody to itself, in a user namespace.
 *
 * @param {{ dataDir: string, isRoot: boolean, passwd?: string }} options
 * @returns {PostgresIdentity}
 */
export function choosePostgresIdentity({ dataDir, isRoot, passwd = "/etc/passwd" }) {
  if (!isRoot) return { wrap: [] };
  const nobody = findNobody(passwd);
  if (canOthersEnter(dirname(resolve(dataDir)))) return { ...nobody, wrap: [] };
  return { wrap: ["unshare", "--user", `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`] };
}

/** @param {string} passwd */
function findNobody(passwd) {
  const line = readFileSync(passwd, "utf8").split("\n").find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = (line ?? "nobody:x:65534:65534").split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

/** @param {string} dir */
function canOthersEnter(dir) {
  for (let at = dir; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
