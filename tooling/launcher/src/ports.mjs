import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { LaunchError } from "./launch-error.mjs";

/**
 * Looked at before anything starts, so that a busy port leaves nothing half done.
 *
 * @param {readonly { port: number, host: string, use: string, variable: string }[]} wanted
 */
export async function checkPortsAreFree(wanted) {
  for (const { port, host, use, variable } of wanted) {
    if (await isPortFree(port, host)) continue;
    throw new LaunchError(`Port ${port} (${use}) is in use: set ${variable}, or start with --port-base N.`);
  }
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isPortFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A port that nobody holds right now. It lies below those that the system gives to outgoing connections: a client that
 * keeps calling a server which is away could otherwise be given the server's own port, and keep it from coming back.
 *
 * @returns {Promise<number>}
 */
export async function findFreePort(host = "127.0.0.1") {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = randomInt(20_000, 32_000);
    if (await isPortFree(port, host)) return port;
  }
  throw new LaunchError("There is no free port between 20000 and 32000.");
}

/**
 * A port base whose ports are all free: see `--port-base`.
 *
 * @returns {Promise<number>}
 */
export async function findFreeBase() {
  for (;;) {
    const base = await findFreePort();
    const ports = [base, base + 90, base + 91, base + 92, base + 190, base + 191, base + 192];
    const free = await Promise.all(ports.map((port) => isPortFree(port)));
    if (free.every(Boolean)) return base;
  }
}
