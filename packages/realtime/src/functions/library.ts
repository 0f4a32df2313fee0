import { Cluster } from "ioredis";
import type { RedisClient } from "../connect-redis";
import { functionSources } from "./function-sources.generated";

/** All functions as Redis gets them: one library, since its functions share local Lua. */
export type Library = {
  name: string;
  code: string;
  /** The name under which Redis knows a function. */
  nameOf: (operation: string) => string;
};

export type LibraryOptions = {
  name?: string;
  /** Put before the name of each function, so that a variant can stand beside the real library in one Redis. */
  prefix?: string;
  /** Other texts for some of the files: how tests take away a guard, or set the clock. */
  replace?: Readonly<Record<string, string>>;
};

/** Shared files first, in the order of their names: what one needs of another is looked up when it runs. */
const byKind = (a: string, b: string): number => Number(b.startsWith("lib/")) - Number(a.startsWith("lib/")) || (a < b ? -1 : 1);

/** Each operation is a block of its own, because Lua allows 200 local variables in one. */
function inBlock(path: string, source: string): string {
  return path.startsWith("lib/") ? `-- ${path}\n${source}` : `-- ${path}\ndo\n${source}\nend`;
}

export function assembleLibrary(options: LibraryOptions = {}): Library {
  const { name = "quickfire", prefix = "", replace = {} } = options;
  const sources = { ...functionSources, ...replace };
  const parts = Object.keys(sources)
    .sort(byKind)
    .map((path) => inBlock(path, sources[path] ?? ""));
  return {
    name,
    code: [`#!lua name=${name}`, `local FUNCTION_PREFIX = '${prefix}'\nlocal lib = {}`, ...parts].join("\n\n"),
    nameOf: (operation) => prefix + operation,
  };
}

/** Into every master, since a function runs where its keys are. */
export async function loadLibrary(redis: RedisClient, library: Library): Promise<void> {
  const masters = redis instanceof Cluster ? redis.nodes("master") : [redis];
  await Promise.all(masters.map((master) => master.function("LOAD", "REPLACE", library.code)));
}
