import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { loadEnvFile } from "../../launcher/src/checkout/env-file.mjs";
import { checkoutDir, findToolsDir } from "../../launcher/src/checkout/checkout-dir.mjs";
import { prepareCheckout } from "../../launcher/src/checkout/prepare.mjs";
import { runCommand } from "../../launcher/src/commands/run-command.mjs";

const program = fileURLToPath(new URL("main.ts", import.meta.url));

/** `npm run drill`: installs and builds what is missing, then runs the drills from their sources. */
export function drill() {
  return runCommand(async ({ guard, env, say }) => {
    const ready = await prepareCheckout({ guard, checkoutDir, toolsDir: findToolsDir(), env: loadEnvFile(env), say, builds: true });
    // Found only now, as it may just have been installed.
    const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
    const child = guard.spawn(process.execPath, ["--import", loader, program, ...process.argv.slice(2)], { env: ready, stdio: ["ignore", "inherit", "inherit"] });
    const [code] = await once(child, "close");
    return typeof code === "number" ? code : 1;
  }, { codeWhenStopped: 1 });
}
