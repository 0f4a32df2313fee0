// By path and not by name: this runs before anything is installed.
import { checkoutDir, findToolsDir } from "../../launcher/src/checkout/checkout-dir.mjs";
import { prepareCheckout } from "../../launcher/src/checkout/prepare.mjs";
import { runCommand } from "../../launcher/src/commands/run-command.mjs";
import { parseBenchOptions } from "./options.mjs";

/** `npm run bench -- NAME`: measures, and ends with 0; with 1 where something was lost on the way. */
export function bench() {
  return runCommand(
    async (context) => {
      const options = parseBenchOptions(process.argv.slice(2));
      const toolsDir = findToolsDir();
      await prepareCheckout({ ...context, checkoutDir, toolsDir, builds: false });
      const { buildPrograms } = await import("../build.mjs");
      const built = await buildPrograms();
      try {
        const { runBench } = await import(built.main);
        return await runBench({ ...context, toolsDir, programsDir: built.dir }, options);
      } finally {
        built.remove();
      }
    },
    { codeWhenStopped: 1 },
  );
}
