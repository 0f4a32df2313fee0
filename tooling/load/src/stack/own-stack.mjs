import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtPrograms } from "@quickfire/launcher/stack/product";
import { runStack } from "@quickfire/launcher/stack/run-stack";
import { loadSecrets } from "@quickfire/launcher/stack/data-folder";
import { postgresUrl } from "@quickfire/launcher/postgres/postgres-server";
import { findFreeBase } from "@quickfire/launcher/ports";

/**
 * Where a run plays.
 * @typedef {object} Target
 * @property {string} webUrl
 * @property {readonly string[]} socketUrls empty where the join says it
 * @property {string | null} databaseUrl
 * @property {boolean} isOwn
 * @property {boolean} isLocal
 */

/**
 * What a load run needs otherwise than a school does: it makes its accounts one after another, all from one address. Everything else is
 * as it is for everybody; joins and sockets have no limit by address that would have to be lifted.
 */
const limits = { LIMIT_REGISTER: "100000", LIMIT_SIGN_IN: "1000", LIMIT_API: "1000000" };

/**
 * Starts a stack of the run's own, on ports and in a folder of its own, and plays directly with its nodes: the launcher's balancer is
 * there for a class, not for a stadium.
 *
 * @param {import("@quickfire/launcher/commands/run-command").CommandContext} context
 * @param {Pick<import("../options.mjs").LoadOptions, "nodes" | "portBase" | "data">} options
 * @returns {Promise<Target>}
 */
export async function startOwnStack(context, { nodes, portBase, data }) {
  const folder = data ?? makeOwnFolder();
  const base = portBase ?? (await findFreeBase());
  // A Redis or Postgres of somebody's own is not to be filled with load.
  const { REDIS_URL: _redis, DATABASE_URL: _database, ...env } = context.env;
  const plan = await runStack(
    { ...context, env: { ...env, ...limits } },
    { args: ["--nodes", String(nodes), "--port-base", String(base), "--data", join(folder, "stack"), "--empty"], mode: "production", programs: builtPrograms },
  );
  const { postgres } = JSON.parse(readFileSync(join(plan.dataDir, "ports.json"), "utf8"));
  return {
    webUrl: plan.webUrl,
    socketUrls: plan.nodes.map(({ wsPort }) => `ws://127.0.0.1:${wsPort}`),
    databaseUrl: postgresUrl({ port: postgres, password: loadSecrets(plan.dataDir).postgresPassword, database: "quickfire" }),
    isOwn: true,
    isLocal: process.platform === "linux",
  };
}

/** Gone when the run is. */
function makeOwnFolder() {
  const folder = mkdtempSync(join(tmpdir(), "quickfire-load-"));
  // Postgres may run as another user, who has to get in.
  chmodSync(folder, 0o755);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
