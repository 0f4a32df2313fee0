import { randomUUID } from "node:crypto";
import { userIdSchema } from "@quickfire/engine";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useDatabase } from "../../test/fresh-database";
import type { OperationTiming } from "../database";
import { users } from "../schema/users";
import { createUserRepository } from "./user-repository";

const database = useDatabase();

const newAccount = (email = `${randomUUID()}@Example.test`) => ({ name: " Ann ", email, password: "correct horse", roles: ["author" as const] });

describe("accounts", () => {
  it("keeps an e-mail address in lower case and finds the account by any spelling", async () => {
    const repository = createUserRepository(database());
    const created = await repository.create(newAccount("Ann.Lee@Example.TEST"));
    expect(created).toMatchObject({ ok: true, value: { name: "Ann", email: "ann.lee@example.test", roles: ["author"], locale: "en", disabledAt: null } });
    if (!created.ok) return;
    expect(await repository.byEmail(" ANN.lee@example.test ")).toEqual(created.value);
    expect(await repository.byId(created.value.userId)).toEqual(created.value);
  });

  it("gives one of two simultaneous registrations the address, and tells the other that it is taken", async () => {
    const repository = createUserRepository(database());
    const account = newAccount();
    const outcomes = await Promise.all([repository.create(account), repository.create({ ...account, email: account.email.toUpperCase() })]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, error: "EMAIL_TAKEN" });
  });

  it("lets nobody read the password, not even as a hash", async () => {
    const repository = createUserRepository(database());
    const created = await repository.create(newAccount());
    expect(JSON.stringify(created)).not.toMatch(/argon2|correct horse/);
    const [row] = await database().db.select().from(users).where(eq(users.email, created.ok ? created.value.email : ""));
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("answers null for an account that does not exist", async () => {
    const repository = createUserRepository(database());
    expect(await repository.byId(userIdSchema.parse(randomUUID()))).toBeNull();
    expect(await repository.byEmail("nobody@example.test")).toBeNull();
  });
});

describe("signing in", () => {
  it("takes the right password only, and answers an unknown address like a wrong password", async () => {
    const repository = createUserRepository(database());
    const account = newAccount();
    await repository.create(account);
    expect(await repository.verifySignIn(account)).toMatchObject({ email: account.email.toLowerCase() });
    expect(await repository.verifySignIn({ ...account, password: "wrong" })).toBeNull();
    expect(await repository.verifySignIn({ ...account, email: "nobody@example.test" })).toBeNull();
    expect(await repository.verifySignIn({ ...account, password: "x".repeat(10_000) })).toBeNull();
  });

  it("refuses a disabled account even with its password", async () => {
    const repository = createUserRepository(database());
    const account = newAccount();
    const created = await repository.create(account);
    if (!created.ok) throw new Error(created.error);
    await database().db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, created.value.userId));
    expect(await repository.verifySignIn(account)).toBeNull();
  });

  it("reports how long each operation took", async () => {
    const timings: OperationTiming[] = [];
    const repository = createUserRepository({ ...database(), onTiming: (timing) => timings.push(timing) });
    await repository.byEmail("nobody@example.test");
    expect(timings).toEqual([{ operation: "users.byEmail", seconds: expect.any(Number) }]);
  });
});
