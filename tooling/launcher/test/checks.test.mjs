import { describe, expect, it } from "vitest";
import { runChecks } from "../src/checks/run-checks.mjs";
import { summarise } from "../src/checks/summary.mjs";
import { createFakeCheckout, thatBuilds } from "./fake-checkout.mjs";

const writeTo = (/** @type {string} */ path, /** @type {unknown} */ report) => `mkdir -p $(dirname ${path}); echo '${JSON.stringify(report)}' > ${path}`;
const vitest = writeTo("coverage/tests.json", { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 });
const playwright = writeTo("$PLAYWRIGHT_JSON_OUTPUT_FILE", { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] });
const start = 'console.log("quickfire ready"); console.error("web: slow"); setInterval(() => {}, 1000)';
const all = new Set(/** @type {const} */ (["types", "lint", "unit", "e2e"]));

/**
 * @param {NonNullable<Parameters<typeof createFakeCheckout>[0]>} scripts
 * @param {Parameters<typeof runChecks>[1]} [wanted]
 */
async function check({ tools, ...scripts }, wanted = all) {
  const checkout = createFakeCheckout({ playwright, start, ...scripts, tools: { turbo: thatBuilds, vitest, ...tools } });
  const results = await runChecks(checkout.context, wanted);
  const code = summarise(results, { say: checkout.context.say, seconds: 60 });
  return { ...checkout, code, lastLine: checkout.said.at(-1) };
}

describe("npm test", () => {
  it("runs types, lint, unit and browser tests, and ends with what they came to", async () => {
    const { code, lastLine, calls, said } = await check({});
    expect(lastLine).toBe("10 passed, 0 failed, 1 skipped");
    expect(code).toBe(0);
    expect(calls().map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "pnpm install --frozen-lockfile", "oxlint --deny-warnings", "turbo run typecheck", "turbo run build", "vitest run --coverage", "playwright test --reporter=list,json",
    ]);
    expect(said).toContain("stack: web: slow");
  });

  it.each([
    ["types that don't hold", { tools: { turbo: `${thatBuilds}; [ $2 = build ]` } }, "9 passed, 1 failed, 1 skipped"],
    ["a rule that is broken", { tools: { oxlint: "exit 1" } }, "9 passed, 1 failed, 1 skipped"],
    ["a test file that can't be loaded, or too little coverage", { tools: { vitest: `${vitest}; exit 1` } }, "10 passed, 1 failed, 1 skipped"],
    ["a test run that never came to a report", { tools: { vitest: "exit 1" } }, "5 passed, 1 failed, 0 skipped"],
    ["browser tests that never came to a report", { playwright: "exit 1" }, "7 passed, 1 failed, 1 skipped"],
    ["a stack that does not start", { start: 'console.error("Port 1 is in use"); process.exit(1)' }, "7 passed, 1 failed, 1 skipped"],
    ["a build that fails", { tools: { turbo: "[ $2 = typecheck ]" } }, "7 passed, 1 failed, 1 skipped"],
  ])("counts %s as failed, and goes on with the rest", async (_what, scripts, expected) => {
    const { code, lastLine } = await check(scripts);
    expect(lastLine).toBe(expected);
    expect(code).toBe(1);
  });

  it("ends with its one line also where nothing can be installed", async () => {
    const { code, lastLine, said } = await check({ pnpm: "echo ERR_PNPM_OUTDATED_LOCKFILE; exit 1" });
    expect(lastLine).toBe("0 passed, 1 failed, 0 skipped");
    expect(said.join("\n")).toContain("The packages could not be installed");
    expect(code).toBe(1);
  });

  it("runs one part alone", async () => {
    const { lastLine, calls } = await check({}, new Set(/** @type {const} */ (["lint"])));
    expect(lastLine).toBe("1 passed, 0 failed, 0 skipped");
    expect(calls()).toEqual(["pnpm install --frozen-lockfile", "oxlint --deny-warnings"]);
  });

  it("needs no browser test to be there", async () => {
    expect((await check({ specs: false })).lastLine).toBe("7 passed, 0 failed, 1 skipped");
  });
});
