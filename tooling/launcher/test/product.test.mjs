import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { findToolsDir } from "../src/checkout/checkout-dir.mjs";
import { parseLaunchOptions } from "../src/launch-options.mjs";
import { findFreeBase } from "../src/ports.mjs";
import { answers, untilAnswers } from "../src/processes/until-answers.mjs";
import { openDataFolder, choosePorts } from "../src/stack/data-folder.mjs";
import { createProductEnv } from "../src/stack/product-env.mjs";
import { wsServerFlags } from "../src/stack/node-flags.mjs";
import { builtPrograms, prepareDatabase, reloadingPrograms, startProduct } from "../src/stack/product.mjs";
import { planStack } from "../src/stack/stack-plan.mjs";
import { startStorage } from "../src/stack/storage.mjs";
import { createTestGuard } from "./guard.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

/** @param {string} script */
const program = (script) => ({ command: process.execPath, args: ["-e", script], cwd: "/" });
/** A server on the port of a variable that says with which name and storage it was started. */
const serve = (/** @type {string} */ variable) => program(`
  require("node:http").createServer((_, answer) => answer.end(process.env.NODE_NAME + " " + process.env.REDIS_URL)).listen(process.env.${variable}, "127.0.0.1");`);
const programs = { migrate: program(""), seed: program(""), web: serve("WEB_PORT"), node: serve("OPS_PORT"), worker: serve("WORKER_OPS_PORT") };

/** @param {string[]} args */
async function planHere(args) {
  const base = await findFreeBase();
  const plan = planStack({ options: parseLaunchOptions(["--port-base", String(base), ...args]), env: {}, home: "/q", lanAddress: null });
  const env = createProductEnv({ plan, env: process.env, storage: { redisUrl: "redis://here", databaseUrl: "postgres://here" }, authSecret: "secret", mode: "production" });
  return { base, plan, env };
}

describe("the product", () => {
  it("is ready once all of its processes are, each started with what it needs", async () => {
    const { base, plan, env } = await planHere(["--nodes", "2"]);
    const guard = createTestGuard();
    const supervised = startProduct({ guard, plan, programs, env, logsDir: makeTemporaryFolder(), say: () => {} });
    await Promise.all(supervised.map(({ ready }) => ready));
    const read = async (/** @type {number} */ port) => (await fetch(`http://127.0.0.1:${port}/`)).text();
    expect(await Promise.all([base, base + 190, base + 192, base + 191].map(read))).toEqual([
      "web-1 redis://here", "ws-1 redis://here", "ws-2 redis://here", "worker-1 redis://here",
    ]);
    expect(await answers(`http://127.0.0.1:${base + 90}/readyz`)).toBe(true);
    for (const child of supervised) child.letGo();
  });

  it("can't be started where one of its processes can't, and says why", async () => {
    const { plan, env } = await planHere([]);
    const broken = { ...programs, worker: program('console.error("worker: REDIS_URL is missing"); process.exit(1)') };
    const supervised = startProduct({ guard: createTestGuard(), plan, programs: broken, env, logsDir: makeTemporaryFolder(), say: () => {} });
    await expect(Promise.all(supervised.map(({ ready }) => ready))).rejects.toThrow("worker can't be started: REDIS_URL is missing");
    for (const child of supervised) child.letGo();
  });

  it("is run from what was built, or from its sources with reloading", () => {
    expect(builtPrograms().node.args).toEqual([...wsServerFlags, expect.stringMatching(/apps\/ws-server\/dist\/main\.mjs$/)]);
    expect(builtPrograms().web.args[0]).toMatch(/apps\/web\/dist\/main\.mjs$/);
    expect(reloadingPrograms().web.args).toContain("watch");
    expect(reloadingPrograms().worker.args).toContain("watch");
    expect(reloadingPrograms().migrate).toEqual(builtPrograms().migrate);
  });
});

describe("the database", () => {
  const append = (/** @type {string} */ file, /** @type {string} */ word) => program(`fs.appendFileSync(${JSON.stringify(file)}, "${word} ")`);

  it("is migrated, and then seeded where wanted", async () => {
    const logsDir = makeTemporaryFolder();
    const file = join(logsDir, "steps");
    const options = { guard: createTestGuard(), programs: { migrate: append(file, "migrate"), seed: append(file, "seed") }, env: process.env, logsDir };
    await prepareDatabase({ ...options, seedsDemo: false });
    await prepareDatabase({ ...options, seedsDemo: true });
    expect(readFileSync(file, "utf8")).toBe("migrate migrate seed ");
  });

  it("that can't be migrated stops the start with the reason", async () => {
    const migrate = program('console.error("migrate: connect refused"); process.exitCode = 1');
    const options = { guard: createTestGuard(), programs: { migrate, seed: programs.seed }, env: process.env, logsDir: makeTemporaryFolder(), seedsDemo: true };
    await expect(prepareDatabase(options)).rejects.toThrow("migrate failed: connect refused");
    await expect(prepareDatabase({ ...options, programs: { ...programs, migrate: { command: "/no/such", args: [], cwd: "/" } } })).rejects.toThrow("migrate failed");
  });
});

describe("the storage", () => {
  it("is embedded, unless the environment has addresses", async () => {
    const folder = openDataFolder(join(makeTemporaryFolder(), "data"));
    const ports = await choosePorts(folder.dir);
    const options = { guard: createTestGuard(), folder, ports, toolsDir: findToolsDir(), postgresPassword: "p", say: () => {} };
    const given = await startStorage({ ...options, env: { ...process.env, REDIS_URL: "redis://mine", DATABASE_URL: "postgres://mine" } });
    expect(given).toEqual({ redisUrl: "redis://mine", databaseUrl: "postgres://mine", supervised: [] });
    const embedded = await startStorage({ ...options, env: { ...process.env, REDIS_URL: "", DATABASE_URL: "" } });
    expect(embedded).toMatchObject({ redisUrl: `redis://127.0.0.1:${ports.redis}`, databaseUrl: `postgres://quickfire:p@127.0.0.1:${ports.postgres}/quickfire` });
    // Postgres is heard before its words are on the disk.
    await vi.waitUntil(() => readFileSync(join(folder.logsDir, "postgres.log"), "utf8").includes("ready to accept connections"), { timeout: 10_000 });
    for (const child of embedded.supervised) child.letGo();
  });
});

describe("waiting for an answer", () => {
  const url = "http://127.0.0.1:1/readyz";

  it("ends with the reason when the process can't even be run", async () => {
    const child = createTestGuard().spawn("/no/such/program", []);
    await expect(untilAnswers(child, { name: "web", url, lastWords: () => null })).rejects.toThrow(/^web can't be started: spawn \/no\/such\/program/);
  });

  it("ends with how the process ended when it had no last words", async () => {
    const child = createTestGuard().spawn("sh", ["-c", "exit 7"]);
    await expect(untilAnswers(child, { name: "web", url, lastWords: () => null })).rejects.toThrow("web can't be started: it ended with code 7");
  });

  it("ends after a while, and with the process", async () => {
    const child = createTestGuard().spawn("sleep", ["600"]);
    await expect(untilAnswers(child, { name: "web", url, lastWords: () => "no Redis", patienceMs: 100 })).rejects.toThrow(
      "web can't be started: it was not ready within 0.1 s (no Redis)",
    );
    await vi.waitUntil(() => child.signalCode === "SIGKILL");
  });
});
