import { createInterface } from "node:readline";
import { untilAnswers } from "@quickfire/launcher/processes/until-answers";
import { deployed } from "../src/places.mjs";

/**
 * haproxy with the configuration that is shipped, in front of a running stack.
 *
 * @param {import("@quickfire/launcher/commands/run-command").CommandContext} context
 * @param {{ program: string, port: number, stack: import("./start-stack.mjs").Stack }} options
 */
export async function startBalancer({ guard, env }, { program, port, stack }) {
  const [first, second] = stack.nodes;
  if (!first || !second) throw new Error("the stack has no two nodes");
  const child = guard.spawn(program, ["-db", "-f", deployed("haproxy", "haproxy.cfg")], {
    env: {
      ...env,
      BALANCER_LISTEN: `127.0.0.1:${port}`,
      BALANCER_OPS_LISTEN: `127.0.0.1:${port + 1}`,
      // There is one web here; what is tried out is the way of the sockets.
      WEB_1: `127.0.0.1:${stack.webPort}`,
      WEB_2: `127.0.0.1:${stack.webPort}`,
      WS_1: `127.0.0.1:${first.wsPort}`,
      WS_1_OPS_PORT: String(first.opsPort),
      WS_2: `127.0.0.1:${second.wsPort}`,
      WS_2_OPS_PORT: String(second.opsPort),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on("line", (line) => lines.push(line));
  await untilAnswers(child, { name: "haproxy", url: `http://127.0.0.1:${port + 1}/healthz`, lastWords: () => lines.slice(-3).join(" | ") || null });
  return { webUrl: `http://127.0.0.1:${port}`, wsUrl: `ws://127.0.0.1:${port}`, opsUrl: `http://127.0.0.1:${port + 1}`, lines };
}
