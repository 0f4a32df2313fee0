import { DrizzleQueryError } from "drizzle-orm";
import type { Database } from "./database";

type AsyncMethods<Repository> = { [Name in keyof Repository]: (input: never) => Promise<unknown> };

/**
 * What all repositories have in common: each call is timed under `<name>.<method>`, whether it succeeds or not, and an error is the
 * driver's own. Drizzle's would carry the statement's parameters (addresses, hashes, answers) into every log.
 */
export function defineRepository<Repository extends AsyncMethods<Repository>>(database: Database, name: string, methods: Repository): Repository {
  return new Proxy(methods, {
    get(target, property, receiver) {
      const method: unknown = Reflect.get(target, property, receiver);
      if (typeof method !== "function") return method;
      return async (...input: unknown[]) => {
        const startedAtMs = performance.now();
        try {
          return await Reflect.apply(method, target, input);
        } catch (error) {
          throw error instanceof DrizzleQueryError && error.cause ? error.cause : error;
        } finally {
          database.onTiming({ operation: `${name}.${String(property)}`, seconds: (performance.now() - startedAtMs) / 1000 });
        }
      };
    },
  });
}
