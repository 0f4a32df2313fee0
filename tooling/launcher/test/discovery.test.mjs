import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { checkoutDir } from "../src/checkout/checkout-dir.mjs";
import { findPnpm } from "../src/checkout/find-pnpm.mjs";
import { findChromium } from "../src/chromium/find-chromium.mjs";
import { findRedis } from "../src/redis/find-redis.mjs";
import { createTestGuard } from "./guard.mjs";
import { makeTemporaryFolder, writeProgram } from "./temporary-folder.mjs";

/**
 * A machine on which nothing is installed but what a test puts into `bin`; `log` has what was called there.
 */
function createMachine() {
  const dir = makeTemporaryFolder();
  const bin = join(dir, "bin");
  const toolsDir = join(dir, "tools");
  for (const path of [bin, toolsDir]) mkdirSync(path);
  /** @type {string[]} */
  const said = [];
  const install = (/** @type {string} */ name, /** @type {string} */ script) => writeProgram(bin, name, `echo "${name} $*" >> ${dir}/log\n${script}`);
  return {
    dir, bin, toolsDir, said, install,
    /** A line of a script that installs a program. */
    thatInstalls: (/** @type {string} */ name) => `printf '#!/bin/sh\\n' > ${bin}/${name}; /bin/chmod 755 ${bin}/${name}`,
    log: () => readFileSync(join(dir, "log"), "utf8").trim().split("\n"),
    options: { guard: createTestGuard(), toolsDir, checkoutDir, env: /** @type {NodeJS.ProcessEnv} */ ({ PATH: bin }), say: (/** @type {string} */ line) => void said.push(line) },
  };
}

describe("a Redis is found", () => {
  /** @type {ReturnType<typeof createMachine>} */
  let machine;
  beforeEach(() => {
    machine = createMachine();
  });

  it("on the PATH before all else", async () => {
    const redis = machine.install("redis-server", "");
    machine.install("valkey-server", "");
    machine.install("apt-get", "");
    expect((await findRedis(machine.options)).command).toBe(redis);
    expect(machine.said).toEqual([]);
  });

  it("in Valkey as well", async () => {
    const valkey = machine.install("valkey-server", "");
    expect((await findRedis(machine.options)).command).toBe(valkey);
  });

  it("as unpacked packages, which are kept for the next time", async () => {
    machine.install("apt-cache", "exit 0");
    machine.install("apt-get", 'case "$*" in *--simulate*) echo "Inst libfoo (1.0)";; download*) echo > $2.deb;; esac');
    // Debian's own tools bring the program under another name.
    machine.install("dpkg", `/bin/mkdir -p $3/usr/bin $3/usr/lib/x86_64-linux-gnu; printf '#!/bin/sh\\n' > $3/usr/bin/redis-check-rdb; /bin/chmod 755 $3/usr/bin/redis-check-rdb`);
    const found = await findRedis(machine.options);
    expect(found.command).toBe(join(machine.toolsDir, "redis/usr/bin/redis-server"));
    expect(found.env).toEqual({ LD_LIBRARY_PATH: join(machine.toolsDir, "redis/usr/lib/x86_64-linux-gnu") });
    expect(machine.log()).toContain("apt-get download libfoo");
    expect(machine.said).toEqual(["Redis is not installed here: fetching it"]);
    const calls = machine.log().length;
    expect((await findRedis(machine.options)).command).toBe(found.command);
    expect(machine.log()).toHaveLength(calls);
  });

  it("by apt, where its packages can't be unpacked", async () => {
    machine.install("apt-cache", "exit 1");
    machine.install("apt-get", `case "$*" in *update*) exit 1;; install*) ${machine.thatInstalls("redis-server")};; esac`);
    machine.install("dpkg", "exit 1");
    machine.install("sudo", 'shift; exec "$@"');
    expect((await findRedis(machine.options)).command).toBe(join(machine.bin, "redis-server"));
  });

  it("by Homebrew", async () => {
    machine.install("brew", machine.thatInstalls("redis-server"));
    expect((await findRedis(machine.options)).command).toBe(join(machine.bin, "redis-server"));
    expect(machine.log()).toEqual(["brew install redis"]);
  });

  it("in a container, on this machine's own address", async () => {
    const docker = machine.install("docker", "exit 0");
    const found = await findRedis(machine.options);
    expect(found.command).toBe(docker);
    expect(found.args({ dir: "/srv/redis" }).join(" ")).toMatch(/^run --rm --init --network host --user \d+:\d+ --volume \/srv\/redis:\/srv\/redis redis:7-alpine redis-server$/);
  });

  it("nowhere: then one line says what to install", async () => {
    machine.install("docker", "exit 1");
    await expect(findRedis(machine.options)).rejects.toThrow(
      "Redis is missing and could not be fetched: install redis-server (or valkey-server) 7 or newer, or set REDIS_URL.",
    );
  });
});

describe("pnpm is found", () => {
  const version = JSON.parse(readFileSync(join(checkoutDir, "package.json"), "utf8")).packageManager.replace("pnpm@", "");

  it("on the PATH, if it is of the right major version", async () => {
    const machine = createMachine();
    const pnpm = machine.install("pnpm", `echo ${version.split(".")[0]}.0.1`);
    expect(await findPnpm(machine.options)).toBe(pnpm);
  });

  it("by npm otherwise, and kept for the next time", async () => {
    const machine = createMachine();
    machine.install("pnpm", "echo 9.0.0");
    const npm = join(machine.dir, "npm-cli.js");
    writeFileSync(npm, `
      const { mkdirSync, writeFileSync } = require("node:fs");
      const bin = process.argv[process.argv.indexOf("--prefix") + 1] + "/node_modules/.bin";
      mkdirSync(bin, { recursive: true });
      writeFileSync(bin + "/pnpm", "#!/bin/sh\\necho ${version}\\n", { mode: 0o755 });`);
    const options = { ...machine.options, env: { ...machine.options.env, npm_execpath: npm } };
    const fetched = join(machine.toolsDir, "pnpm/node_modules/.bin/pnpm");
    expect(await findPnpm(options)).toBe(fetched);
    expect(machine.said).toEqual([`pnpm ${version} is not installed here: fetching it`]);
    writeFileSync(npm, "process.exit(1)");
    expect(await findPnpm(options)).toBe(fetched);
  });

  it("nowhere: then one line says what to install", async () => {
    const machine = createMachine();
    const npm = join(machine.dir, "npm-cli.js");
    writeFileSync(npm, 'console.error("no network"); process.exit(1)');
    await expect(findPnpm({ ...machine.options, env: { ...machine.options.env, npm_execpath: npm } })).rejects.toThrow(
      `pnpm could not be fetched: install pnpm ${version} (no network).`,
    );
  });
});

describe("Chromium is found", () => {
  it("where QUICKFIRE_CHROMIUM says, before the PATH", async () => {
    const machine = createMachine();
    machine.install("chromium", "");
    const named = writeProgram(machine.dir, "my-browser", "");
    expect(await findChromium({ ...machine.options, env: { ...machine.options.env, QUICKFIRE_CHROMIUM: named } })).toEqual({ QUICKFIRE_CHROMIUM: named });
  });

  it("on the PATH, passing over what can't run", async () => {
    const machine = createMachine();
    machine.install("chromium", "exit 1");
    const chrome = machine.install("google-chrome", "");
    expect(await findChromium(machine.options)).toEqual({ QUICKFIRE_CHROMIUM: chrome });
  });

  it("by apt as root, and with sudo where that asks for nothing", async () => {
    for (const isRoot of [true, false]) {
      const machine = createMachine();
      machine.install("sudo", 'shift; exec "$@"');
      machine.install("apt-get", `case "$1" in install) ${machine.thatInstalls("chromium")};; esac`);
      expect(await findChromium({ ...machine.options, isRoot })).toEqual({ QUICKFIRE_CHROMIUM: join(machine.bin, "chromium") });
      expect(machine.log().filter((line) => line.startsWith("apt-get"))).toEqual(["apt-get update", "apt-get install -y --no-install-recommends chromium"]);
    }
  });

  it("by Playwright, and nowhere where that fails", async () => {
    const machine = createMachine();
    const fake = join(machine.dir, "checkout");
    mkdirSync(join(fake, "e2e/node_modules/.bin"), { recursive: true });
    writeProgram(join(fake, "e2e/node_modules/.bin"), "playwright", '[ "$*" = "install chromium" ]');
    const options = { ...machine.options, checkoutDir: fake };
    expect(await findChromium(options)).toEqual({ PLAYWRIGHT_BROWSERS_PATH: join(machine.toolsDir, "browsers") });
    writeProgram(join(fake, "e2e/node_modules/.bin"), "playwright", "exit 1");
    expect(await findChromium(options)).toBeNull();
  });
});
