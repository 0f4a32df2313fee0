import { expect, it } from "vitest";
import { createDatabase, type OperationTiming } from "./database";
import { isDatabaseUnavailable } from "./postgres-errors";
import { createUserRepository } from "./users/user-repository";

it("fails, where Postgres is away, with an error that says so and gives away nothing of the call", async () => {
  const timings: OperationTiming[] = [];
  const database = createDatabase("postgres://app:password@127.0.0.1:1/none", { onTiming: (timing) => timings.push(timing) });
  const failure: unknown = await createUserRepository(database).byEmail("ann@example.test").catch((error: unknown) => error);
  await database.close();
  expect(isDatabaseUnavailable(failure)).toBe(true);
  expect(String(failure)).toMatch(/ECONNREFUSED/);
  expect(String(failure)).not.toMatch(/ann@example|password/);
  expect(timings.map(({ operation }) => operation)).toEqual(["users.byEmail"]);
});
