import { err, ok, type Result } from "@quickfire/engine";
import { z } from "zod";
import { isReplicated, type RedisClient } from "./connect-redis";
import { encodeArguments, type Argument, type Arguments, type FunctionDefinition } from "./define-function";
import { InfrastructureError, RecoveringError, toInfrastructureError } from "./errors";
import { loadLibrary, type Library } from "./functions/library";

export type CallFunction = <Key extends string, Args extends Arguments, Each extends Arguments, Returns extends z.ZodType, Failure extends string>(
  definition: FunctionDefinition<Key, Args, Each, Returns, Failure>,
  input: { keys: Record<Key, string>; moreKeys?: readonly string[]; args: z.output<Args>; each?: readonly z.output<Each>[] },
) => Promise<Result<z.output<Returns>, Failure>>;

/** `ok` and the values, or the code of a failure. */
const replySchema = z.tuple([z.string()], z.unknown());

const isMissing = (error: unknown): boolean => error instanceof Error && error.message.includes("Function not found");

/** The key lies with another node of the cluster now, which this client did not know yet. */
const isElsewhere = (error: unknown): boolean => error instanceof Error && /^(?:MOVED|ASK)\b/.test(error.message);

/** How long a replica may take to have what was written. */
const replicatedWithinMs = 500;

/** Called after each function, for the metrics: how long Redis took, seen from here, and whether it could be asked at all. */
export type ObserveCall = (operation: string, elapsedMs: number, succeeded: boolean) => void;

/**
 * Calls functions by their definition. A Redis that has lost its functions (`FUNCTION FLUSH`, a restart without a disk) gets
 * them again, and the call is repeated; nothing was done the first time. Where Redis has replicas, what a function promises is only answered
 * once one of them has it: a failover right afterwards loses nothing of it.
 */
export function createFunctionCaller(parts: { redis: RedisClient; library: Library; observe?: ObserveCall }): CallFunction {
  const { redis, library, observe } = parts;
  let loading: Promise<void> | null = null;
  const reload = () => {
    loading ??= loadLibrary(redis, library).finally(() => {
      loading = null;
    });
    return loading;
  };

  const waits = isReplicated(redis);

  const send = async (definition: { name: string; readOnly?: boolean; promises?: boolean }, keys: readonly string[], args: (string | number)[]) => {
    const name = library.nameOf(definition.name);
    if (definition.readOnly) return redis.fcall_ro(name, keys.length, ...keys, ...args);
    if (!waits || !definition.promises) return redis.fcall(name, keys.length, ...keys, ...args);
    const { value, replicas } = await callAndWait(name, keys, args).catch(async (error: unknown) => {
      if (!isElsewhere(error)) throw error;
      // Alone, a command is sent on to where its key is, and all that come after it know the way.
      await redis.exists(...keys.slice(0, 1));
      return callAndWait(name, keys, args);
    });
    if (replicas < 1) throw new InfrastructureError(`${definition.name}: no replica has it within ${replicatedWithinMs} ms`, { retryable: true });
    return value;
  };

  /** Sent together and on one connection: it is the writes of its own connection that `WAIT` waits for. */
  async function callAndWait(name: string, keys: readonly string[], args: (string | number)[]) {
    const replies = await redis.pipeline().fcall(name, keys.length, ...keys, ...args).wait(1, replicatedWithinMs).exec();
    const [called, waited] = replies ?? [];
    const failure = called?.[0] ?? waited?.[0];
    if (failure) throw failure;
    return { value: called?.[1], replicas: Number(waited?.[1]) };
  }

  return async (definition, input) => {
    const keys = [...definition.keys.map((key) => input.keys[key]), ...(input.moreKeys ?? [])];
    const records: readonly Record<string, Argument>[] = input.each ?? [];
    const args = encodeArguments(definition, input.args, records);
    const startedAt = performance.now();
    let succeeded = false;
    try {
      const reply = await send(definition, keys, args).catch(async (error: unknown) => {
        if (!isMissing(error)) throw error;
        await reload();
        return send(definition, keys, args);
      });
      succeeded = true;
      return readReply(definition, reply);
    } catch (cause) {
      throw toInfrastructureError(definition.name, cause);
    } finally {
      observe?.(definition.name, performance.now() - startedAt, succeeded);
    }
  };
}

function readReply<Returns extends z.ZodType, Failure extends string>(
  { name, returns, failures }: { name: string; returns: Returns; failures: Record<Failure, string> },
  reply: unknown,
): Result<z.output<Returns>, Failure> {
  const [status, ...values] = replySchema.parse(reply);
  if (status === "ok") return ok(returns.parse(values));
  if (isFailure(failures, status)) return err(status);
  if (status === "RECOVERING") throw new RecoveringError(name);
  throw new InfrastructureError(`${name} answered ${status}, which its definition does not name`, { retryable: false });
}

const isFailure = <Failure extends string>(failures: Record<Failure, string>, code: string): code is Failure => Object.hasOwn(failures, code);
