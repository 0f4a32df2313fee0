import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LaunchError } from "../launch-error.mjs";
import { runToEnd } from "../processes/run-to-end.mjs";
import { untilReady } from "../processes/until-ready.mjs";
import { choosePostgresIdentity } from "./postgres-identity.mjs";

/**
 * @typedef {object} PostgresOptions
 * @property {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @property {string} binariesDir from `findPostgres`
 * @property {string} dataDir made with a new cluster where there is none
 * @property {number} port on 127.0.0.1
 * @property {string} password
 * @property {boolean} isRoot
 * @property {string} [database] made in a new cluster, beside `postgres`
 * @property {readonly string[]} [settings] such as `fsync=off`
 */

const user = "quickfire";

/** @param {{ port: number, password: string, database?: string }} options */
export function postgresUrl({ port, password, database = "postgres" }) {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Starts the server on its data; `ready` resolves once it takes connections, and fails with Postgres's own words where it can't.
 *
 * @param {PostgresOptions} options
 * @returns {Promise<import("../processes/until-ready.mjs").StartedChild>}
 */
export async function launchPostgres(options) {
  const { guard, binariesDir, dataDir, port, settings = [] } = options;
  if (!existsSync(join(dataDir, "PG_VERSION"))) await createCluster(options);
  removeStaleLock(dataDir);
  const { wrap, ...identity } = choosePostgresIdentity(options);
  const [command = "", ...args] = [
    ...wrap, join(binariesDir, "bin", "postgres"), "-D", dataDir, "-h", "127.0.0.1", "-p", String(port),
    // No socket file: TCP is enough, and a deep data folder would make its path too long.
    "-k", "", ...settings.flatMap((setting) => ["-c", setting]),
  ];
  // SIGINT is Postgres's fast stop: it does not wait for its clients to go.
  const child = guard.spawn(command, args, { ...identity, cwd: "/", env: postgresEnv(binariesDir), signal: "SIGINT", stopsLast: true });
  return { child, ready: untilReady(child, { name: "Postgres", isReady: (line) => line.includes("ready to accept connections"), reason: fatalLine }) };
}

/** @param {PostgresOptions} options */
async function createCluster(options) {
  const { guard, binariesDir, dataDir, password, database } = options;
  // In a folder of another name first, so that an interrupted start never leaves half a cluster.
  const unfinished = `${dataDir}.unfinished`;
  const passwordFile = `${dataDir}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 });
  const { wrap, ...identity } = choosePostgresIdentity(options);
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    for (const path of [unfinished, passwordFile]) chownSync(path, identity.uid, identity.gid);
  }
  const children = { ...identity, cwd: "/", env: postgresEnv(binariesDir) };
  const [command = "", ...args] = [
    ...wrap, join(binariesDir, "bin", "initdb"), "-D", unfinished, "-U", user, "--pwfile", passwordFile, "--auth", "scram-sha-256",
    "--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
  ];
  const { code, output } = await runToEnd(guard, command, args, children);
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new LaunchError(`Postgres could not create its data in ${dataDir}: ${lastLine(output)}`);
  if (database !== undefined) {
    const [single = "", ...singleArgs] = [...wrap, join(binariesDir, "bin", "postgres"), "--single", "-D", unfinished, "postgres"];
    const made = await runToEnd(guard, single, singleArgs, { ...children, input: `create database ${database}\n` });
    if (made.code !== 0) throw new LaunchError(`Postgres could not create the database ${database}: ${lastLine(made.output)}`);
  }
  renameSync(unfinished, dataDir);
}

/**
 * After a crash of the machine the lock file names a process id that may be somebody else's by now, and Postgres would
 * take that for a running server. The launcher's own lock on the folder says that there is none.
 *
 * @param {string} dataDir
 */
function removeStaleLock(dataDir) {
  const lock = join(dataDir, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = readFileSync(lock, "utf8").split("\n")[0];
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync("/proc/self/cmdline")) return;
  if (!existsSync(commandLine) || !readFileSync(commandLine, "utf8").includes("postgres")) rmSync(lock, { force: true });
}

/** @param {string} binariesDir */
function postgresEnv(binariesDir) {
  return { PATH: process.env.PATH, LD_LIBRARY_PATH: join(binariesDir, "lib"), LC_ALL: "C", TZ: "UTC" };
}

/** @param {readonly string[]} lines */
function fatalLine(lines) {
  return lines.findLast((line) => /\b(FATAL|PANIC|ERROR):|not|failed/.test(line))?.replace(/^.*?(FATAL|PANIC|ERROR): +/, "");
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split("\n").at(-1) ?? "";
}
