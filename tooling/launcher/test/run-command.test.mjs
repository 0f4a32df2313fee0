import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { isPortFree } from "../src/ports.mjs";
import { findStartOf } from "../src/processes/process-identity.mjs";

// One after the other on the same data, as a person would.
const folder = mkdtempSync("/var/tmp/quickfire-launcher-test-");
chmodSync(folder, 0o755);
const dataDir = join(folder, "data");
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

const smallStack = fileURLToPath(new URL("fixtures/small-stack.mjs", import.meta.url));

/** @param {string} behaviour */
function startStack(behaviour) {
  const launcher = spawn(process.execPath, [smallStack, dataDir, behaviour], { env: { ...process.env, npm_lifecycle_event: undefined } });
  onTestFinished(() => void launcher.kill("SIGKILL"));
  const ended = once(launcher, "close");
  let errors = "";
  launcher.stderr.on("data", (text) => (errors += text));
  /** @param {string} word @returns {Promise<Record<string, number>>} */
  const line = (word) =>
    new Promise((resolve, reject) => {
      createInterface({ input: launcher.stdout }).on("line", (text) => text.startsWith(word) && resolve(JSON.parse(text.slice(word.length))));
      void ended.then(() => reject(new Error(errors)));
    });
  return { launcher, ended, line, errors: () => errors };
}

/** @param {Record<string, number>} ports */
async function expectNothingIsLeft({ watchdog, ...ports }) {
  await vi.waitUntil(async () => (await Promise.all(Object.values(ports).map((port) => isPortFree(port)))).every(Boolean), { timeout: 15_000 });
  if (watchdog !== undefined) await vi.waitUntil(() => findStartOf(watchdog) === null, { timeout: 15_000 });
}

describe("a command that runs a stack", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"])("leaves no process and no port after %s, and can be started again on its data", async (signal) => {
    for (let start = 0; start < 2; start += 1) {
      const { launcher, ended, line } = startStack("serve");
      const ports = await line("ready ");
      launcher.kill(/** @type {NodeJS.Signals} */ (signal));
      const [code] = await ended;
      expect(code).toBe(0);
      expect(existsSync(join(dataDir, "lock"))).toBe(false);
      await expectNothingIsLeft(ports);
    }
  }, 60_000);

  it("leaves no process and no port when it is killed outright, and the next start waits for that", async () => {
    const first = startStack("serve");
    const ports = await first.line("ready ");
    first.launcher.kill("SIGKILL");
    const second = startStack("serve");
    expect(await second.line("ready ")).toMatchObject({ redis: ports.redis, postgres: ports.postgres });
    await vi.waitUntil(() => findStartOf(ports.watchdog ?? 0) === null, { timeout: 15_000 });
    expect(await isPortFree(ports.server ?? 0)).toBe(true);
    second.launcher.kill("SIGTERM");
    await second.ended;
  }, 60_000);

  it("refuses to start twice on the same data, in one line", async () => {
    const first = startStack("serve");
    await first.line("storage ");
    const second = startStack("serve");
    expect((await second.ended)[0]).toBe(1);
    expect(second.errors()).toBe(`in use (${first.launcher.pid})\n`);
    first.launcher.kill("SIGTERM");
    await first.ended;
  }, 60_000);

  it("says in one line why a child can't start, and stops the rest", async () => {
    const { ended, line, errors } = startStack("fail");
    const ports = await line("storage ");
    expect((await ended)[0]).toBe(1);
    expect(errors()).toBe("server can't be started: DATABASE_URL is not a URL\n");
    await expectNothingIsLeft(ports);
  }, 60_000);

  it("gives up a child that never gets ready", async () => {
    const { ended, line, errors } = startStack("hang");
    const ports = await line("storage ");
    expect((await ended)[0]).toBe(1);
    expect(errors()).toBe("server can't be started: it was not ready within 0.3 s\n");
    await expectNothingIsLeft(ports);
  }, 60_000);

  it("stops when whoever reads its output goes away", async () => {
    const { launcher, ended, line } = startStack("serve");
    const ports = await line("storage ");
    launcher.stdout.destroy();
    expect((await ended)[0]).toBe(0);
    await expectNothingIsLeft(ports);
  }, 60_000);

  it("stops when npm, which started it, is gone", async () => {
    // Shells in the place of npm and of the one that it runs scripts in: killed outright, it can't pass anything on.
    const npm = spawn("sh", ["-c", `sh -c '"$0" "$@"; true' "$0" "$@"; true`, process.execPath, smallStack, dataDir, "serve"], { env: { ...process.env, npm_lifecycle_event: "start" } });
    onTestFinished(() => void npm.kill("SIGKILL"));
    const ports = await new Promise((resolve) =>
      createInterface({ input: npm.stdout }).on("line", (text) => text.startsWith("ready ") && resolve(JSON.parse(text.slice(6)))),
    );
    npm.kill("SIGKILL");
    await expectNothingIsLeft(ports);
  }, 60_000);
});
