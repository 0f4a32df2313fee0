import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The Redis of this test run. All test files share it: use random ids, and never flush it. */
    redisUrl: string;
    /** The Postgres of this test run, as its administrator: take a database of your own with `createTestDatabase`. */
    databaseUrl: string;
  }
}
