import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { findToolsDir } from "../src/checkout/checkout-dir.mjs";
import { findFreePort, isPortFree } from "../src/ports.mjs";
import { findPostgres } from "../src/postgres/postgres-binaries.mjs";
import { choosePostgresIdentity } from "../src/postgres/postgres-identity.mjs";
import { launchPostgres, postgresUrl } from "../src/postgres/postgres-server.mjs";
import { findRedis } from "../src/redis/find-redis.mjs";
import { launchRedis, redisUrl } from "../src/redis/redis-server.mjs";
import { createTestGuard } from "./guard.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

const isRoot = process.getuid?.() === 0;

describe("the embedded Postgres", () => {
  /** @param {string} dataDir */
  async function describeCluster(dataDir) {
    const guard = createTestGuard();
    return { guard, dataDir, isRoot, port: await findFreePort(), password: "a b", database: "quickfire", binariesDir: await findPostgres({ isRoot }) };
  }

  it("is ready when it says so, with its data open to nobody else, and without a password lying about", async () => {
    const cluster = await describeCluster(join(makeTemporaryFolder(), "postgres"));
    const { ready } = await launchPostgres(cluster);
    await ready;
    expect(await isPortFree(cluster.port)).toBe(false);
    expect(statSync(cluster.dataDir).mode & 0o777).toBe(0o700);
    expect(existsSync(`${cluster.dataDir}.password`)).toBe(false);
    expect(readFileSync(join(cluster.dataDir, "pg_hba.conf"), "utf8")).not.toMatch(/^[^#].*trust/m);
  });

  it("comes back on its data after a kill", async () => {
    const cluster = await describeCluster(join(makeTemporaryFolder(), "postgres"));
    const first = await launchPostgres(cluster);
    await first.ready;
    const version = statSync(join(cluster.dataDir, "PG_VERSION")).ino;
    first.child.kill("SIGKILL");
    await once(first.child, "close");
    const second = await launchPostgres(cluster);
    await second.ready;
    expect(statSync(join(cluster.dataDir, "PG_VERSION")).ino).toBe(version);
  });

  it("starts although a lock was left that names somebody else's process", async () => {
    const cluster = await describeCluster(join(makeTemporaryFolder(), "postgres"));
    const first = await launchPostgres(cluster);
    await first.ready;
    first.child.kill("SIGINT");
    await once(first.child, "close");
    const other = createTestGuard().spawn("sleep", ["600"]);
    writeFileSync(join(cluster.dataDir, "postmaster.pid"), `${other.pid}\n${cluster.dataDir}\n0\n${cluster.port}\n\n127.0.0.1\n0 0\n`);
    await (await launchPostgres(cluster)).ready;
  });

  it("runs in a private folder too", async () => {
    const dir = makeTemporaryFolder();
    chmodSync(dir, 0o700);
    const cluster = await describeCluster(join(dir, "postgres"));
    const { wrap } = choosePostgresIdentity(cluster);
    const allowed = !isRoot || spawnSync("unshare", ["--user", "true"]).status === 0;
    expect(wrap[0]).toBe(isRoot ? "unshare" : undefined);
    const started = launchPostgres(cluster).then(({ ready }) => ready);
    if (allowed) await started;
    else await expect(started).rejects.toThrow("Postgres could not create its data");
  });

  it("says in Postgres's own words why it can't start", async () => {
    const cluster = await describeCluster(join(makeTemporaryFolder(), "postgres"));
    await (await launchPostgres(cluster)).ready;
    const second = await launchPostgres({ ...cluster, settings: ["shared_buffers=nonsense"] });
    await expect(second.ready).rejects.toThrow(/^Postgres can't be started: invalid value for parameter "shared_buffers"/);
  });

  it("has the links between its libraries that npm could not bring", async () => {
    for (const as of [true, false]) {
      const dir = await findPostgres({ isRoot: as && isRoot });
      expect(readdirSync(join(dir, "lib")).filter((name) => name.startsWith("libicuuc")).length).toBeGreaterThan(1);
    }
  });

  it("belongs to nobody where root starts it, and to oneself otherwise", () => {
    const dir = makeTemporaryFolder();
    const passwd = join(dir, "passwd");
    writeFileSync(passwd, "root:x:0:0::/root:/bin/sh\nnobody:x:99:98::/:/bin/false\n");
    expect(choosePostgresIdentity({ dataDir: join(dir, "postgres"), isRoot: true, passwd })).toEqual({ uid: 99, gid: 98, wrap: [] });
    expect(choosePostgresIdentity({ dataDir: join(dir, "postgres"), isRoot: false })).toEqual({ wrap: [] });
    chmodSync(dir, 0o700);
    expect(choosePostgresIdentity({ dataDir: join(dir, "postgres"), isRoot: true, passwd }).wrap).toEqual(["unshare", "--user", "--map-user=99", "--map-group=98"]);
  });

  it("is reached with a password that may hold anything", () => {
    expect(postgresUrl({ port: 5, password: "a/b@c", database: "quickfire" })).toBe("postgres://quickfire:a%2Fb%40c@127.0.0.1:5/quickfire");
  });
});

describe("the embedded Redis", () => {
  it("keeps what was written over a kill, and forgets nothing to make room", async () => {
    const guard = createTestGuard();
    const redis = await findRedis({ guard, toolsDir: findToolsDir() });
    const options = { guard, redis, dir: join(makeTemporaryFolder(), "redis"), port: await findFreePort() };
    const first = launchRedis(options);
    await first.ready;
    expect(await call(options.port, "SET word kept")).toBe("+OK");
    expect(await call(options.port, "CONFIG GET maxmemory-policy")).toContain("noeviction");
    expect(await call(options.port, "CONFIG GET appendonly")).toContain("yes");
    first.child.kill("SIGKILL");
    await once(first.child, "close");
    const second = launchRedis(options);
    await second.ready;
    expect(await call(options.port, "GET word")).toContain("kept");
    expect(redisUrl(options)).toBe(`redis://127.0.0.1:${options.port}`);
  });

  it("says in its own words why it can't start", async () => {
    const guard = createTestGuard();
    const redis = await findRedis({ guard, toolsDir: findToolsDir() });
    const options = { guard, redis, port: await findFreePort() };
    await launchRedis({ ...options, dir: join(makeTemporaryFolder(), "one") }).ready;
    const second = launchRedis({ ...options, dir: join(makeTemporaryFolder(), "two") });
    await expect(second.ready).rejects.toThrow(`Redis can't be started: Failed listening on port ${options.port} (TCP), aborting.`);
  });

  it("says what to do where its file is damaged in the middle, and starts once that is done", async () => {
    const guard = createTestGuard();
    const redis = await findRedis({ guard, toolsDir: findToolsDir() });
    const options = { guard, redis, dir: join(makeTemporaryFolder(), "redis"), port: await findFreePort(), settings: { "aof-use-rdb-preamble": "no" } };
    const first = launchRedis(options);
    await first.ready;
    for (const word of ["one", "two", "three"]) await call(options.port, `SET word ${word}`);
    first.child.kill("SIGKILL");
    await once(first.child, "close");
    const files = join(options.dir, "appendonlydir");
    const path = join(files, readdirSync(files).find((name) => name.endsWith(".incr.aof")) ?? "");
    writeFileSync(path, readFileSync(path, "utf8").replace("$3\r\none", "#######"));
    await expect(launchRedis(options).ready).rejects.toThrow(`Redis can't be started: its append-only file is damaged. Put ${files} aside and start again`);
    renameSync(files, `${files}-damaged`);
    await launchRedis(options).ready;
  });
});

/**
 * @param {number} port
 * @param {string} command
 * @returns {Promise<string>}
 */
async function call(port, command) {
  const socket = createConnection({ port, host: "127.0.0.1" });
  let answer = "";
  socket.setEncoding("utf8").on("data", (text) => (answer += text));
  socket.write(`${command}\r\n`);
  await vi.waitUntil(() => answer.endsWith("\r\n"), { timeout: 5_000 });
  socket.destroy();
  return answer.trim();
}
