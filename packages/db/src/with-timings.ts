import type { Database } from "./database";

type AsyncMethods<Repository> = { [Name in keyof Repository]: (input: never) => Promise<unknown> };

/** The same repository, each call of which is timed under `<name>.<method>`, whether it succeeded or not. */
export function withTimings<Repository extends AsyncMethods<Repository>>(database: Database, name: string, repository: Repository): Repository {
  return new Proxy(repository, {
    get(target, property, receiver) {
      const method: unknown = Reflect.get(target, property, receiver);
      if (typeof method !== "function") return method;
      return async (...input: unknown[]) => {
        const startedAtMs = performance.now();
        try {
          return await Reflect.apply(method, target, input);
        } finally {
          database.onTiming({ operation: `${name}.${String(property)}`, seconds: (performance.now() - startedAtMs) / 1000 });
        }
      };
    },
  });
}
