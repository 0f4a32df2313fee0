import type { z } from "zod";

/** What an argument may be; Redis gets it as text. `null` is the empty text, a boolean is `1` or `0`. */
export type Argument = string | number | boolean | null;
export type Arguments = z.ZodObject<Record<string, z.ZodType<Argument>>>;

/**
 * One Redis Function as its callers see it: names, where Lua sees positions. Keys and arguments go over in the order in
 * which they stand here; after the arguments come the records of `each`, one after another.
 */
export type FunctionDefinition<
  Key extends string = string,
  Args extends Arguments = Arguments,
  Each extends Arguments = Arguments,
  Returns extends z.ZodType = z.ZodType,
  Failure extends string = string,
> = {
  name: string;
  keys: readonly Key[];
  /** Whether further keys may follow the named ones. */
  moreKeys?: boolean;
  args: Args;
  each?: Each;
  /** Read from what follows the `ok` of a reply. */
  returns: Returns;
  /** Every failure by its code, and what it means. A function that fails has changed nothing. */
  failures: Record<Failure, string>;
  /** Never writes: may run on a replica, and while Redis is out of memory. */
  readOnly?: boolean;
  /** Somebody is told that it is done and kept: with replicas, only once one of them has it. */
  promises?: boolean;
  /** Runs also in a shard that is not trusted, in which all others fail with a RecoveringError. */
  recovers?: boolean;
};

export function defineFunction<
  const Key extends string,
  Args extends Arguments,
  Each extends Arguments,
  Returns extends z.ZodType,
  Failure extends string = never,
>(definition: FunctionDefinition<Key, Args, Each, Returns, Failure>): FunctionDefinition<Key, Args, Each, Returns, Failure> {
  return definition;
}

function encode(argument: Argument): string | number {
  if (argument === null) return "";
  if (typeof argument === "boolean") return argument ? "1" : "0";
  return argument;
}

/** Names to positions. */
export function encodeArguments(definition: { args: Arguments; each?: Arguments }, args: Record<string, Argument>, each: readonly Record<string, Argument>[]): (string | number)[] {
  const encoded = Object.keys(definition.args.shape).map((name) => encode(args[name] ?? null));
  if (!definition.each) return encoded;
  const names = Object.keys(definition.each.shape);
  for (const record of each) for (const name of names) encoded.push(encode(record[name] ?? null));
  return encoded;
}
