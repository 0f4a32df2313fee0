import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll } from "vitest";

type Program = "main" | "migrate" | "seed";
type Environment = Record<string, string>;

export type EndedProcess = { code: number | null; stdout: string; stderr: string };

/** What `build.mjs` makes, built once for a test file, below this package so that its native module is found. */
export function useBuiltWorker() {
  const folder = fileURLToPath(new URL(`../node_modules/.built-for-tests/${randomUUID()}`, import.meta.url));
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [fileURLToPath(new URL("../build.mjs", import.meta.url)), folder]);
  });
  afterAll(async () => {
    for (const child of running) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  function start(program: Program, env: Environment, args: string[] = []): ChildProcess {
    const child = spawn(process.execPath, [`${folder}/${program}.mjs`, ...args], { env: { PATH: process.env["PATH"], ...env }, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
  }

  return {
    start,
    async runToEnd(program: Program, env: Environment, args: string[] = []): Promise<EndedProcess> {
      const child = start(program, env, args);
      const output = { stdout: "", stderr: "" };
      child.stdout?.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
      child.stderr?.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
      await once(child, "close");
      return { code: child.exitCode, ...output };
    },
  };
}
