import { findFreePort } from "@quickfire/launcher/ports";
import { wsServerFlags } from "@quickfire/launcher/stack/node-flags";
import { untilAnswers } from "@quickfire/launcher/processes/until-answers";
import { join } from "node:path";
import { type BenchContext, type Program, startProgram } from "../shared/program";
import type { ProbeCommands } from "../shared/usage-probe";

export const authSecret = "a secret of the benchmark, long enough";

/** The product's own ws-server, as it is built and started, with its own settings. */
export async function startWsServer(context: BenchContext, { redisUrl }: { redisUrl: string }): Promise<{ server: Program<ProbeCommands>; port: number }> {
  const [port, operationsPort] = [await findFreePort(), await findFreePort()];
  const server = startProgram<ProbeCommands>(context, "ws-server/main.mjs", {
    flags: [...wsServerFlags, "--import", join(context.programsDir, "shared/usage-probe.mjs")],
    env: { REDIS_URL: redisUrl, AUTH_SECRET: authSecret, WS_PORT: String(port), OPS_PORT: String(operationsPort), HOST: "127.0.0.1" },
  });
  await untilAnswers(server.child, { name: "ws-server", url: `http://127.0.0.1:${operationsPort}/readyz`, lastWords: () => null });
  return { server, port };
}
