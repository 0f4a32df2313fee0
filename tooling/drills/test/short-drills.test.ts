import { checkoutDir, findToolsDir } from "@quickfire/launcher/checkout/checkout-dir";
import { prepareCheckout } from "@quickfire/launcher/checkout/prepare";
import { createProcessGuard, type ProcessGuard } from "@quickfire/launcher/processes/process-guard";
import { drawSeed } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drills } from "../src/catalogue";
import { runDrill } from "../src/run-drill";
import { makeDrillFolder } from "../src/stack/drill-folder";
import { type DrillStack, startDrillStack } from "../src/stack/drill-stack";

const seed = drawSeed();
const players = 30;
const quiet = () => undefined;

let guard: ProcessGuard;
let folder: Awaited<ReturnType<typeof makeDrillFolder>>;
let stack: DrillStack;

// Within `npm test` everything is built already; whoever runs these alone waits for it.
beforeAll(async () => {
  guard = createProcessGuard();
  folder = await makeDrillFolder();
  await prepareCheckout({ guard, checkoutDir, toolsDir: findToolsDir(), env: process.env, say: quiet, builds: true });
  stack = await startDrillStack({ guard, dir: folder.path, say: quiet });
}, 600_000);
afterAll(async () => {
  await stack.stop();
  guard.close();
  await folder.remove();
});

describe.each(drills.filter(({ isShort }) => isShort))(`$name, seed ${seed}`, (drill) => {
  it(`loses and doubles no answer when ${drill.fault}, and would be seen to without ${drill.control.without}`, { timeout: 120_000 }, async () => {
    const lines: string[] = [];
    const outcome = await runDrill(drill, { stack, seed, players, say: (line) => void lines.push(line) });
    expect(outcome.failures, lines.join("\n")).toEqual([]);
    expect(outcome.control?.failedAsItMust, lines.join("\n")).toBe(true);
    expect(outcome.verdict.acknowledged).toBeGreaterThan(0);
  });
});
