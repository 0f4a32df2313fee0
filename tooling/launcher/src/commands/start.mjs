import { builtPrograms } from "../stack/product.mjs";
import { runStack } from "../stack/run-stack.mjs";
import { announce } from "./announce.mjs";
import { runCommand } from "./run-command.mjs";

/** `npm start`: from a checkout to a running product, until it is stopped. */
export function start() {
  return runCommand(async (context) => {
    const plan = await runStack(context, { args: process.argv.slice(2), mode: "production", programs: builtPrograms });
    await announce(plan, context.say);
    return new Promise(() => {});
  }, { codeWhenStopped: 0 });
}
