import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { describe, expect, it, vi } from "vitest";
import { createBackoff } from "../src/processes/backoff.mjs";
import { findStartOf } from "../src/processes/process-identity.mjs";
import { runOrFail, runToEnd } from "../src/processes/run-to-end.mjs";
import { supervise } from "../src/processes/supervisor.mjs";
import { untilReady } from "../src/processes/until-ready.mjs";
import { createTestGuard } from "./guard.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

const ownerPath = fileURLToPath(new URL("fixtures/owner-of-children.mjs", import.meta.url));
const isGone = (/** @type {number} */ pid) => findStartOf(pid) === null;

describe("the guard", () => {
  it("stops the children and their children when their owner is killed outright", async () => {
    const owner = spawn(process.execPath, [ownerPath], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(owner.stdout, "data");
    const { child, grandchild, stubborn, watchdog } = JSON.parse(String(line));
    owner.kill("SIGKILL");
    for (const pid of [child, grandchild, stubborn, watchdog]) await vi.waitUntil(() => isGone(pid), { timeout: 15_000 });
  });

  it("watches again when its watchdog was killed", async () => {
    const owner = spawn(process.execPath, [ownerPath], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(owner.stdout, "data");
    const { child, watchdog } = JSON.parse(String(line));
    process.kill(watchdog, "SIGKILL");
    const second = JSON.parse(String((await once(owner.stdout, "data"))[0])).watchdog;
    expect(second).not.toBe(watchdog);
    owner.kill("SIGKILL");
    await vi.waitUntil(() => isGone(child), { timeout: 15_000 });
    await vi.waitUntil(() => isGone(second), { timeout: 15_000 });
  });

  it("lets the storage go only after those that use it", async () => {
    const dir = makeTemporaryFolder();
    const guard = createTestGuard();
    const log = join(dir, "log");
    const program = (/** @type {string} */ name, /** @type {number} */ ms) => [
      "-e", `process.on("SIGTERM", () => setTimeout(() => { fs.appendFileSync(${JSON.stringify(log)}, "${name} "); process.exit(0); }, ${ms})); setInterval(() => {}, 1000); console.log("ready")`,
    ];
    const storage = guard.spawn(process.execPath, program("storage", 0), { stopsLast: true });
    const product = guard.spawn(process.execPath, program("product", 100));
    await Promise.all([storage, product].map((child) => untilReady(child, { name: "it", isReady: (line) => line === "ready" })));
    await guard.stopAll();
    expect(readFileSync(log, "utf8")).toBe("product storage ");
    expect(() => guard.spawn("true", [])).toThrow("no child is started any more");
  });
});

describe("a command run to its end", () => {
  it("gives its code and output, line by line as well", async () => {
    const guard = createTestGuard();
    /** @type {string[]} */
    const lines = [];
    expect(await runToEnd(guard, "sh", ["-c", "echo one; echo two >&2; printf three; exit 3"], { onLine: (line) => lines.push(line) })).toMatchObject({ code: 3 });
    expect(lines.sort()).toEqual(["one", "three", "two"]);
    expect(await runToEnd(guard, "cat", [], { input: "given" })).toEqual({ code: 0, output: "given" });
  });

  it("says in one line what failed", async () => {
    const guard = createTestGuard();
    await expect(runOrFail(guard, "sh", ["-c", "echo first; echo the reason; exit 1"])).rejects.toThrow("sh -c ended with 1: the reason");
    expect((await runToEnd(guard, "/no/such/program", [])).code).toBe(127);
    expect(await runOrFail(guard, "echo", ["fine"])).toBe("fine\n");
  });
});

describe("the backoff", () => {
  it("doubles from a quarter of a second to ten seconds, and begins again after half a minute of health", () => {
    const backoff = createBackoff();
    const waits = Array.from({ length: 8 }, () => backoff.next(1_000));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    expect(backoff.next(30_000)).toBe(250);
    expect(backoff.next(29_999)).toBe(500);
  });
});

describe("supervision", () => {
  /** Says that it is ready, and lives until it is told to end, or until its file says "broken". */
  const program = (/** @type {string} */ file) => `
    if (fs.existsSync(${JSON.stringify(file)})) { console.error("no such luck"); process.exit(1); }
    console.log("ready"); setInterval(() => {}, 1000);`;

  /** @param {string} file */
  function superviseProgram(file) {
    const guard = createTestGuard();
    /** @type {string[]} */
    const said = [];
    /** @type {import("node:child_process").ChildProcess[]} */
    const children = [];
    const supervised = supervise({
      name: "child",
      say: (line) => said.push(line),
      backoff: createBackoff({ firstMs: 5 }),
      start: () => {
        const child = guard.spawn(process.execPath, ["-e", program(file)]);
        children.push(child);
        return { child, ready: untilReady(child, { name: "child", isReady: (line) => line === "ready" }) };
      },
    });
    return { said, children, supervised };
  }

  it("starts a child again that died, and says so", async () => {
    const { said, children, supervised } = superviseProgram("/no/such/file");
    await supervised.ready;
    children[0]?.kill("SIGKILL");
    await vi.waitUntil(() => said.includes("child is up again"), { timeout: 10_000 });
    expect(said).toEqual(["child ended (SIGKILL): starting it again in 5 ms", "child is up again"]);
    expect(children).toHaveLength(2);
    supervised.letGo();
  });

  it("goes on trying when a child that had been up can't start for a while, waiting longer each time", async () => {
    const file = join(makeTemporaryFolder(), "broken");
    const { said, children, supervised } = superviseProgram(file);
    await supervised.ready;
    writeFileSync(file, "");
    children[0]?.kill("SIGKILL");
    await vi.waitUntil(() => said.length >= 3, { timeout: 10_000 });
    expect(said.slice(0, 3)).toEqual([
      "child ended (SIGKILL): starting it again in 5 ms",
      "child ended (child can't be started: no such luck): starting it again in 10 ms",
      "child ended (child can't be started: no such luck): starting it again in 20 ms",
    ]);
    supervised.letGo();
  });

  it("gives up a child that ends twice before it was ever ready, with the child's own reason", async () => {
    const file = join(makeTemporaryFolder(), "broken");
    writeFileSync(file, "");
    const { children, supervised } = superviseProgram(file);
    await expect(supervised.ready).rejects.toThrow("child can't be started: no such luck");
    expect(children).toHaveLength(2);
  });

  it("leaves a child alone whose end is meant", async () => {
    const { said, children, supervised } = superviseProgram("/no/such/file");
    await supervised.ready;
    supervised.letGo();
    const [child] = children;
    child?.kill("SIGTERM");
    if (child) await once(child, "close");
    expect(said).toEqual([]);
    expect(children).toHaveLength(1);
  });
});

describe("the identity of a process", () => {
  it("is there while it lives", async () => {
    expect(findStartOf(process.pid)).toMatch(/^\d+$/);
    const child = spawn("true");
    await once(child, "exit");
    expect(findStartOf(child.pid ?? 0)).toBeNull();
  });
});
