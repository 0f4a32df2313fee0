import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, truncateSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countPlaywright } from "../src/checks/browser-tests.mjs";
import { addUp } from "../src/checks/check.mjs";
import { describeCoverage } from "../src/checks/coverage.mjs";
import { countVitest } from "../src/checks/unit-tests.mjs";
import { announce } from "../src/commands/announce.mjs";
import { parseLaunchOptions } from "../src/launch-options.mjs";
import { openChildLog, readWords } from "../src/stack/child-log.mjs";
import { planStack } from "../src/stack/stack-plan.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

describe("a child's log", () => {
  it("keeps everything in a file, and tells warnings and worse in short", async () => {
    const logsDir = makeTemporaryFolder();
    /** @type {string[]} */
    const said = [];
    const log = openChildLog({ name: "web", logsDir, say: (line) => said.push(line) });
    const lines = [{ level: "info", msg: "listening" }, { level: "error", msg: "no Redis", err: { message: "connect refused" } }];
    const child = spawn("printf", ["%s\n", ...lines.map((line) => JSON.stringify(line))]);
    log.attach(child);
    await once(child, "close");
    expect(said).toEqual(["web: no Redis: connect refused"]);
    expect(log.lastWords()).toBe("no Redis: connect refused");
    await log.close();
    expect(readFileSync(join(logsDir, "web.log"), "utf8").split("\n")).toHaveLength(3);
  });

  it("tells what is said over and over only once in a while", async () => {
    /** @type {string[]} */
    const said = [];
    const log = openChildLog({ name: "web", logsDir: makeTemporaryFolder(), say: (line) => said.push(line) });
    const child = spawn("sh", ["-c", "for n in 1 2 3; do echo no Redis >&2; done; echo no Postgres >&2"]);
    log.attach(child);
    await once(child, "close");
    await log.close();
    expect(said).toEqual(["web: no Redis", "web: no Postgres"]);
  });

  it("does not grow for ever", async () => {
    const logsDir = makeTemporaryFolder();
    const path = join(logsDir, "web.log");
    writeFileSync(path, "");
    truncateSync(path, 21 * 1024 * 1024);
    await openChildLog({ name: "web", logsDir }).close();
    expect(existsSync(`${path}.1`)).toBe(true);
  });

  it.each([
    ["{\"level\":\"info\",\"msg\":\"fine\"}", false, null],
    ["{\"level\":\"warn\",\"msg\":\"slow\"}", false, "slow"],
    ["plain words", false, null],
    ["plain words on stderr", true, "plain words on stderr"],
    ["{ not json", true, "{ not json"],
    ["", true, null],
    ["can't reach postgres://quickfire:secret@127.0.0.1:5432/quickfire", true, "can't reach postgres://…@127.0.0.1:5432/quickfire"],
  ])("of %j (on stderr: %s) tells %j", (line, isError, words) => {
    expect(readWords(line, isError)).toBe(words);
  });
});

describe("the summary of the checks", () => {
  it("adds up what each came to", () => {
    const result = { name: "x", notes: [] };
    expect(addUp([{ ...result, passed: 2, failed: 0, skipped: 1 }, { ...result, passed: 3, failed: 1, skipped: 0 }])).toEqual({ passed: 5, failed: 1, skipped: 1 });
  });

  it("reads the reports of the test runners; what passed only when tried again has failed", () => {
    expect(countVitest({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }, errors: ["no tests"] })).toEqual({ passed: 4, failed: 3, skipped: 0 });
  });

  it("gives the coverage of each package", () => {
    const lines = (/** @type {number} */ covered) => ({ lines: { total: 10, covered } });
    expect(describeCoverage({ total: lines(1), "/q/packages/engine/src/a.ts": lines(10), "/q/packages/engine/src/b.ts": lines(9), "/q/apps/web/src/c.tsx": lines(8) }, "/q")).toEqual([
      "coverage apps/web              80.0 % of 10 lines",
      "coverage packages/engine       95.0 % of 20 lines",
    ]);
  });
});

describe("the announcement", () => {
  it("ends with one line that has all addresses, after a QR code", async () => {
    /** @type {string[]} */
    const said = [];
    const options = parseLaunchOptions(["--port-base", "4000"]);
    await announce(planStack({ options, env: {}, home: "/q", lanAddress: null }), (line) => said.push(line));
    expect(said.at(-1)).toBe("quickfire ready  web http://localhost:4000  ws ws://localhost:4090  ops http://localhost:4190");
    expect(said.join("\n")).toMatch(/[█▀▄]{10}/);
    expect(said.join("\n")).toContain("author@quickfire.test");
  });
});
