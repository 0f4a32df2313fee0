import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { ProcessGuard } from "@quickfire/launcher/processes/process-guard";
import { raisedCommand } from "./open-files";
import type { Call, Commands, Reply } from "./serve-commands";

export type Program<Served extends Commands> = {
  child: ChildProcess;
  ask<Name extends keyof Served & string>(name: Name, ...input: Parameters<Served[Name]>): Promise<Awaited<ReturnType<Served[Name]>>>;
  stop(): Promise<void>;
};

/** What every benchmark is given. */
export type BenchContext = {
  guard: ProcessGuard;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  toolsDir: string;
  /** Where the built programs lie. */
  programsDir: string;
  /** How many files a program has to be able to open, where that is more than the system allows by itself. */
  openFiles?: number;
};

export type ProgramOptions = {
  env?: NodeJS.ProcessEnv;
  /** For Node, before the program. */
  flags?: readonly string[];
};

/** Starts one of the built programs in a process of its own. */
export function startProgram<Served extends Commands>({ guard, env, programsDir, openFiles }: BenchContext, path: string, options: ProgramOptions = {}): Program<Served> {
  const plain = [process.execPath, "--expose-gc", ...(options.flags ?? []), join(programsDir, path)];
  const [command = "", ...args] = openFiles === undefined ? plain : raisedCommand(openFiles, plain);
  const child = guard.spawn(command, args, { stdio: ["ignore", "ignore", "inherit", "ipc"], env: { ...env, NODE_ENV: "production", ...options.env } });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  let isStopping = false;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void gone.then(() => {
    const why = new Error(isStopping ? `${path} was stopped` : `${path} has ended by itself`);
    for (const { reject } of waiting.values()) reject(why);
  });
  child.on("message", (message) => {
    const { call, value, problem } = message as Reply;
    const asked = waiting.get(call);
    waiting.delete(call);
    if (problem === undefined) asked?.resolve(value);
    else asked?.reject(new Error(`${path}: ${problem}`));
  });
  return {
    child,
    ask(name, ...[input]) {
      const call: Call = { call: (calls += 1), name, input };
      return new Promise((resolve, reject) => {
        waiting.set(call.call, { resolve: resolve as (value: unknown) => void, reject });
        child.send(call, (error) => error && reject(error));
      });
    },
    async stop() {
      isStopping = true;
      child.kill();
      await gone;
    },
  };
}
