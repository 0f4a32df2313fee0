/** What a program can be asked by the process that has started it. */
export type Commands = Record<string, (input: never) => unknown>;

export type Call = { call: number; name: string; input: unknown };
export type Reply = { call: number; value?: unknown; problem?: string };

/** Answers the parent's calls until the parent is gone. Both ends are of one build, so calls need no schema. */
export function serveCommands<Served extends Commands>(commands: Served): Served {
  const serve = async ({ call, name, input }: Call): Promise<void> => {
    const reply: Reply = { call };
    try {
      const command = commands[name] as ((input: unknown) => unknown) | undefined;
      if (!command) throw new Error(`there is no command ${name}`);
      reply.value = await command(input);
    } catch (error) {
      reply.problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    process.send?.(reply);
  };
  process.on("message", (call: Call) => void serve(call));
  process.once("disconnect", () => process.exit());
  return commands;
}

/** CPU that this process has used, in microseconds. */
export type Usage = { user: number; system: number };
export const usage = (): Usage => process.cpuUsage();

/** Resident memory and heap after everything that can be collected was. Needs `--expose-gc`. */
export function settledMemory(): { rss: number; heap: number } {
  for (let count = 0; count < 3; count += 1) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

/** A clock that all processes of a machine share, in milliseconds. */
const offsetMs = Number(process.hrtime.bigint()) / 1e6 - performance.now();
export const sharedNow = (): number => performance.now() + offsetMs;
