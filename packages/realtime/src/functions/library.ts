import { createHash } from "node:crypto";
import { Cluster, type Redis } from "ioredis";
import { z } from "zod";
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
  /** Put before the name of each function, so that several libraries can stand beside each other in one Redis. */
  prefix?: string;
  /** Other texts for some of the files: how tests take away a guard, or set the clock. */
  replace?: Readonly<Record<string, string>>;
};

const libraryName = "quickfire";

/** Shared files first, in the order of their names: what one needs of another is looked up when it runs. */
const byKind = (a: string, b: string): number => Number(b.startsWith("lib/")) - Number(a.startsWith("lib/")) || (a < b ? -1 : 1);

/** Each operation is a block of its own, because Lua allows 200 local variables in one. */
function inBlock(path: string, source: string): string {
  return path.startsWith("lib/") ? `-- ${path}\n${source}` : `-- ${path}\ndo\n${source}\nend`;
}

/**
 * The names hold a digest of the text: while an upgrade is under way processes of two versions share a Redis, and each calls the
 * functions that it knows the arguments of.
 */
export function assembleLibrary(options: LibraryOptions = {}): Library {
  const sources = { ...functionSources, ...options.replace };
  const parts = Object.keys(sources)
    .sort(byKind)
    .map((path) => inBlock(path, sources[path] ?? ""))
    .join("\n\n");
  const version = createHash("sha256").update(parts).digest("hex").slice(0, 8);
  const { name = `${libraryName}_${version}`, prefix = `q${version}_` } = options;
  return {
    name,
    code: `#!lua name=${name}\n\nlocal FUNCTION_PREFIX = '${prefix}'\nlocal lib = {}\n\n${parts}`,
    nameOf: (operation) => prefix + operation,
  };
}

/** Into every master, since a function runs where its keys are. */
export async function loadLibrary(redis: RedisClient, library: Library): Promise<void> {
  await Promise.all(mastersOf(redis).map((master) => master.function("LOAD", "REPLACE", library.code)));
}

/** What `FUNCTION LIST` tells of a library begins with its name. */
const listedSchema = z.array(z.tuple([z.literal("library_name"), z.string()], z.unknown()));

/** Takes away what other versions have left. A process of one of them that still runs gives Redis its own again with its next call. */
export async function forgetOtherVersions(redis: RedisClient, library: Library = assembleLibrary()): Promise<void> {
  for (const master of mastersOf(redis)) {
    const listed = listedSchema.parse(await master.function("LIST", "LIBRARYNAME", `${libraryName}*`));
    for (const [, name] of listed) if (name !== library.name) await master.function("DELETE", name).catch(ignoreMissing);
  }
}

const mastersOf = (redis: RedisClient): Redis[] => (redis instanceof Cluster ? redis.nodes("master") : [redis]);

/** Somebody else has taken it away in the meantime. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && error.message.includes("Library not found"))) throw error;
}
