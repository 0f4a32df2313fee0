import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { waitFor } from "@quickfire/testing";

export type RunningWorker = {
  /** Until `/readyz` says so, or says no more. */
  untilReady: (ready: boolean) => Promise<void>;
  metric: (name: string) => Promise<number>;
  lines: Record<string, unknown>[];
  kill: (signal: NodeJS.Signals) => Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** A started worker, reached at the port that it has named in its log. */
export async function watchWorker(child: ChildProcess): Promise<RunningWorker> {
  const lines: Record<string, unknown>[] = [];
  if (!child.stdout) throw new Error("the worker has no output to be read");
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(JSON.parse(line) as Record<string, unknown>));
  const port = await waitFor(() => lines.find(({ port }) => typeof port === "number")?.["port"], { timeoutMs: 10_000, what: "the worker's operations port" });
  const ask = (path: string) => fetch(`http://127.0.0.1:${String(port)}${path}`);

  return {
    lines,
    async untilReady(ready) {
      await waitFor(async () => (await ask("/readyz")).ok === ready, { timeoutMs: 15_000, what: `readiness: ${ready}` });
    },
    async metric(name) {
      const text = await (await ask("/metrics")).text();
      return text.split("\n").filter((line) => line.startsWith(name)).reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
    },
    async kill(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, "exit");
        child.kill(signal);
        await gone;
      }
      return { code: child.exitCode, signal: child.signalCode };
    },
  };
}
