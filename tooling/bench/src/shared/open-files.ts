import { spawnSync } from "node:child_process";
import { LaunchError } from "@quickfire/launcher/launch-error";
import type { BenchContext } from "./program";

/** What a process holds beside its sockets. */
const otherFiles = 200;

/**
 * The same context, with programs that may hold so many sockets each. Node takes what the system allows by itself; where that is
 * too little, a shell raises it for the programs, as root can, and where it can't this says so.
 */
export function withSockets(context: BenchContext, { sockets, flag }: { sockets: number; flag: string }): BenchContext {
  const openFiles = sockets + otherFiles;
  const allowed = readLimit();
  if (allowed >= openFiles) return context;
  if (spawnSync("sh", ["-c", raising(openFiles)]).status === 0) return { ...context, openFiles };
  throw new LaunchError(`${sockets} sockets need ${openFiles} open files in one process. This shell allows ${allowed}, and it can't be raised here: raise it (\`ulimit -n ${openFiles}\` as root), or set ${flag} to at most ${allowed - otherFiles}.`);
}

/** How a command is run that needs more files than the system allows. */
export function raisedCommand(openFiles: number, command: readonly string[]): string[] {
  return ["sh", "-c", `${raising(openFiles)} && exec "$@"`, "sh", ...command];
}

const raising = (openFiles: number): string => `ulimit -Hn ${openFiles} && ulimit -Sn ${openFiles}`;

function readLimit(): number {
  const { stdout } = spawnSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" });
  return stdout.trim() === "unlimited" ? Number.POSITIVE_INFINITY : Number(stdout);
}
