import { join } from "node:path";
import { checkoutDir } from "../checkout/checkout-dir.mjs";
import { runOrFail } from "../processes/run-to-end.mjs";
import { reloadingPrograms } from "../stack/product.mjs";
import { runStack } from "../stack/run-stack.mjs";
import { announce } from "./announce.mjs";
import { runCommand } from "./run-command.mjs";

/** `npm run dev`: the same product from its sources, reloading what changes. */
export function dev() {
  return runCommand(async (context) => {
    const plan = await runStack(context, {
      args: process.argv.slice(2),
      mode: "development",
      programs: reloadingPrograms,
      // Migrations and seed are run once, so they are built.
      prepare: async ({ guard, env }) => void (await runOrFail(guard, process.execPath, ["build.mjs"], { cwd: join(checkoutDir, "apps/worker"), env })),
    });
    await announce(plan, context.say);
    return new Promise(() => {});
  }, { codeWhenStopped: 0 });
}
