import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { findHome, makeOwnFolder } from "../src/checkout/checkout-dir.mjs";
import { loadEnvFile } from "../src/checkout/env-file.mjs";
import { fingerprint, openMarker } from "../src/checkout/fingerprint.mjs";
import { checkPortsAreFree, findFreeBase, findFreePort, isPortFree } from "../src/ports.mjs";
import { findStartOf } from "../src/processes/process-identity.mjs";
import { choosePorts, loadSecrets, openDataFolder } from "../src/stack/data-folder.mjs";
import { lockFolder } from "../src/stack/folder-lock.mjs";
import { storesOfStack } from "../src/stack/stores-of-stack.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

describe("the data folder", () => {
  it("lies in the checkout, and for root where the user of Postgres can enter", () => {
    expect(findHome({ isRoot: false })).toMatch(/\/\.quickfire$/);
    expect(findHome({ isRoot: true })).toMatch(/^\/var\/tmp\/quickfire-[0-9a-f]{12}$/);
  });

  it("is not taken from somebody else", () => {
    const dir = makeTemporaryFolder();
    makeOwnFolder(join(dir, "new"));
    chmodSync(join(dir, "new"), 0o777);
    symlinkSync(dir, join(dir, "link"));
    for (const name of ["new", "link"]) expect(() => makeOwnFolder(join(dir, name))).toThrow("belongs to somebody else, or others may write to it");
  });

  it("keeps its secrets to its owner, and the same over restarts", () => {
    const { dir } = openDataFolder(join(makeTemporaryFolder(), "data"));
    const secrets = loadSecrets(dir);
    expect(statSync(join(dir, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(secrets.authSecret.length).toBeGreaterThanOrEqual(43);
    expect(loadSecrets(dir)).toEqual(secrets);
  });

  it("keeps the ports of its servers while they are free", async () => {
    const dir = makeTemporaryFolder();
    const ports = await choosePorts(dir);
    expect(await choosePorts(dir)).toEqual(ports);
    await holdPort(ports.redis);
    const others = await choosePorts(dir);
    expect(others.postgres).toBe(ports.postgres);
    expect(others.redis).not.toBe(ports.redis);
  });
});

describe("the stores of a stack", () => {
  const needs = /** @type {const} */ (["DATABASE_URL", "REDIS_URL"]);

  it("are those that the environment names, and of the others the embedded ones", async () => {
    const { dir } = openDataFolder(join(makeTemporaryFolder(), "data"));
    const { postgresPassword } = loadSecrets(dir);
    const ports = await choosePorts(dir);
    const embedded = { DATABASE_URL: `postgres://quickfire:${postgresPassword}@127.0.0.1:${ports.postgres}/quickfire`, REDIS_URL: `redis://127.0.0.1:${ports.redis}` };
    expect(storesOfStack(dir, { env: {}, needs })).toEqual(embedded);
    expect(storesOfStack(dir, { env: { DATABASE_URL: "postgres://other" }, needs })).toEqual({ REDIS_URL: embedded.REDIS_URL });
    expect(storesOfStack("/nowhere", { env: { DATABASE_URL: "postgres://other" }, needs: ["DATABASE_URL"] })).toEqual({});
  });

  it("are asked for where nobody has started one", () => {
    const dir = makeTemporaryFolder();
    expect(() => storesOfStack(dir, { env: { REDIS_URL: "redis://other" }, needs })).toThrow(`There is no stack in ${dir}: name it by --port-base or --data, or set DATABASE_URL.`);
  });
});

describe("the lock of a folder", () => {
  const busyMessage = "in use (process {pid})";
  const lock = (/** @type {string} */ file, more = {}) => lockFolder({ file, watchdogPid: process.pid, busyMessage, ...more });

  it("keeps a second start out, and lets it in after the first", async () => {
    const file = join(makeTemporaryFolder(), "lock");
    const first = await lock(file);
    await expect(lock(file)).rejects.toThrow(`in use (process ${process.pid})`);
    first.release();
    (await lock(file)).release();
    expect(existsSync(file)).toBe(false);
  });

  it("passes over a holder that died, even if its process id lives again", async () => {
    const file = join(makeTemporaryFolder(), "lock");
    writeFileSync(file, JSON.stringify([{ pid: process.pid, startedAt: "long ago" }, { pid: process.pid, startedAt: "long ago" }]));
    (await lock(file)).release();
    writeFileSync(file, "[{ cut off");
    (await lock(file)).release();
  });

  it("waits for the watchdog of a holder that was killed", async () => {
    const file = join(makeTemporaryFolder(), "lock");
    const watchdog = spawn("sleep", ["600"]);
    const pid = watchdog.pid ?? 0;
    const holders = [{ pid: 1, startedAt: "long ago" }, { pid, startedAt: findStartOf(pid) }];
    writeFileSync(file, JSON.stringify(holders));
    await expect(lock(file, { patienceMs: 150 })).rejects.toThrow(`in use (process ${pid})`);
    const waiting = lock(file);
    watchdog.kill("SIGKILL");
    await once(watchdog, "exit");
    (await waiting).release();
  });
});

describe("ports", () => {
  it("that are busy are named, with what to do, before anything starts", async () => {
    const port = await findFreePort();
    const wanted = [{ port, host: "127.0.0.1", use: "web", variable: "WEB_PORT" }];
    await checkPortsAreFree(wanted);
    await holdPort(port);
    await expect(checkPortsAreFree(wanted)).rejects.toThrow(`Port ${port} (web) is in use: set WEB_PORT, or start with --port-base N.`);
    expect(await isPortFree(port)).toBe(false);
  });

  it("are found free, and never among those that the system gives to outgoing connections", async () => {
    const port = await findFreePort();
    expect(port).toBeLessThan(32_000);
    expect(await isPortFree(await findFreeBase())).toBe(true);
  });
});

describe("a fingerprint", () => {
  it("changes with any source, and not with what is built or only tested", () => {
    const root = makeTemporaryFolder();
    const write = (/** @type {string} */ path, /** @type {string} */ text) => {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    write("app/src/main.ts", "one");
    write("lock.yaml", "one");
    const take = () => fingerprint(root, ["app", "lock.yaml"]);
    const first = take();
    for (const path of ["app/dist/main.mjs", "app/node_modules/x/index.js", "app/src/main.test.ts", "app/.next/BUILD_ID"]) write(path, "built");
    expect(take()).toBe(first);
    write("app/src/main.ts", "two");
    const second = take();
    expect(second).not.toBe(first);
    write("lock.yaml", "two");
    expect(take()).not.toBe(second);
  });

  it("is remembered, so that the same is not done twice", () => {
    const file = join(makeTemporaryFolder(), "deep/marker");
    expect(openMarker(file, "a").isFresh()).toBe(false);
    openMarker(file, "a").remember();
    expect([openMarker(file, "a").isFresh(), openMarker(file, "b").isFresh()]).toEqual([true, false]);
  });
});

describe("the file .env", () => {
  it("adds to the environment, and does not override it", () => {
    const file = join(makeTemporaryFolder(), ".env");
    expect(loadEnvFile({ A: "1" }, file)).toEqual({ A: "1" });
    writeFileSync(file, "A=2\nB=3\n# C=4\n");
    expect(loadEnvFile({ A: "1" }, file)).toEqual({ A: "1", B: "3" });
  });
});

/** @param {number} port */
async function holdPort(port) {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
}
