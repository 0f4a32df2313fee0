import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { secret, webUrl } from "./live-fixture";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Builds as `pnpm build` does, into a folder of its own. */
export async function buildServer(): Promise<{ main: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "quickfire-ws-server-"));
  const child = spawn(process.execPath, [join(root, "build.mjs"), folder], { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("the build failed");
  return { main: join(folder, "main.mjs"), remove: () => rm(folder, { recursive: true }) };
}

export type ServerProcess = { child: ChildProcess; logs: Record<string, unknown>[]; errors: string[]; exit: Promise<number | null> };

/** The process as the launcher starts it. */
export function spawnServer(main: string, env: NodeJS.ProcessEnv = {}): ServerProcess {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, REDIS_URL: inject("redisUrl"), AUTH_SECRET: secret, PUBLIC_WEB_URL: webUrl, WS_PORT: "0", OPS_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const logs: Record<string, unknown>[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => logs.push(JSON.parse(line)));
  createInterface({ input: child.stderr }).on("line", (line) => errors.push(line));
  return { child, logs, errors, exit: once(child, "close").then(([code]) => code) };
}
