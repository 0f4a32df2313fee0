import type { ChildProcess } from "node:child_process";
import type { ProcessGuard } from "@quickfire/launcher/processes/process-guard";
import { untilAnswers } from "@quickfire/launcher/processes/until-answers";
import { openChildLog } from "@quickfire/launcher/stack/child-log";
import type { Program } from "@quickfire/launcher/stack/product";
import { type ProcessUnderTest, runUnderTest } from "@quickfire/testing";

/** A process of the product that a drill may kill, freeze, and start again under another environment. */
export type ManagedProcess = ProcessUnderTest & {
  name: string;
  /** Where its health and metrics are. */
  opsUrl: string;
  /** The one that runs now, or ran last. */
  child: () => ChildProcess;
  isRunning: () => boolean;
  /** Starts it again with these variables over its own, until `asItWas`. */
  restartWith: (env: NodeJS.ProcessEnv) => Promise<void>;
  /** Whether it runs with other variables than its own. */
  isChanged: () => boolean;
  asItWas: () => Promise<void>;
};

export type ManagedProcessOptions = { guard: ProcessGuard; name: string; program: Program; env: NodeJS.ProcessEnv; opsUrl: string; logsDir: string };

export async function startManagedProcess({ guard, name, program, env, opsUrl, logsDir }: ManagedProcessOptions): Promise<ManagedProcess> {
  const log = openChildLog({ name, logsDir });
  let changes: NodeJS.ProcessEnv = {};
  let child: ChildProcess | null = null;

  const running = await runUnderTest(async () => {
    const started = guard.spawn(program.command, program.args, { cwd: program.cwd, env: { ...env, ...changes } });
    child = started;
    log.attach(started);
    return { child: started, ready: untilAnswers(started, { name, url: `${opsUrl}/readyz`, lastWords: log.lastWords, patienceMs: 30_000 }) };
  }, "SIGTERM");

  const restartWith = async (wanted: NodeJS.ProcessEnv) => {
    changes = wanted;
    await running.restart();
  };
  return {
    ...running,
    name,
    opsUrl,
    child() {
      if (child === null) throw new TypeError(`${name} was never started`);
      return child;
    },
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    restartWith,
    isChanged: () => Object.keys(changes).length > 0,
    asItWas: () => restartWith({}),
  };
}
