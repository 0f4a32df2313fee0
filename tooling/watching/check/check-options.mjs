import { LaunchError } from "@quickfire/launcher/launch-error";
import { readInteger } from "@quickfire/launcher/launch-options";

const usualPortBase = 24_000;

/**
 * `--port-base N`: the stack's ports as `npm start` has them, and those from N+300 on for what the check brings along.
 *
 * @param {readonly string[]} args
 */
export function readCheckOptions(args) {
  const [flag, value, ...others] = args;
  if (flag === undefined) return { portBase: usualPortBase };
  if (flag === "--port-base" && !value) throw new LaunchError("--port-base needs a value.");
  if (flag !== "--port-base" || others.length > 0) throw new LaunchError(`${flag === "--port-base" ? others[0] : flag} is not known here; there is --port-base N.`);
  return { portBase: readInteger("--port-base", value, { from: 1_024, to: 65_000 }) ?? usualPortBase };
}
