import { randomUUID } from "node:crypto";
import { sessionIdSchema } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { failureOf } from "../src";
import { openGame } from "./support/quizzes";
import { randomAddress } from "./support/random-address";
import { password, useApi } from "./support/use-api";

const api = useApi();
const strictly = useApi({ signIn: 3, exports: 2 });

async function failure(work: Promise<unknown>) {
  try {
    await work;
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

describe("the copy of one's own data", () => {
  it("is for the owner of an account alone, and not for whoever asks again and again", async () => {
    const person = await strictly().person("learner");
    const caller = strictly().caller({ user: person });
    expect(await caller.ownData.export()).toMatchObject({ format: "quickfire-account-1", profile: { userId: person.userId, email: person.email } });
    expect(await failure(strictly().caller().ownData.export())).toMatchObject({ code: "UNAUTHORIZED" });
    await caller.ownData.export();
    expect(await failure(caller.ownData.export())).toMatchObject({ code: "RATE_LIMITED" });
  });
});

describe("deleting one's account", () => {
  it("needs the password, and leaves nothing to sign in with", async () => {
    const person = await api().person("author");
    const caller = api().caller({ user: person });
    for (const wrong of [undefined, "", "not it"]) {
      expect(await failure(caller.ownData.erase({ password: wrong }))).toMatchObject({ code: "WRONG_PASSWORD", issues: [{ path: ["password"] }] });
    }
    expect((await person.rest.get("/quizzes")).status).toBe(200);
    await caller.ownData.erase({ password });
    expect((await person.rest.get("/quizzes")).status).toBe(401);
    expect((await api().rest().post("/auth/token", { email: person.email, password })).status).toBe(401);
    expect(await failure(caller.ownData.erase({ password }))).toMatchObject({ code: "UNAUTHORIZED" });
    expect(await failure(caller.ownData.export())).toMatchObject({ code: "UNAUTHORIZED" });
    expect(await api().caller().account.register({ name: "Again", email: person.email, password })).toMatchObject({ email: person.email });
  });

  it("happens once, of two clicks at once", async () => {
    const caller = api().caller({ user: await api().person("author") });
    const outcomes = await Promise.all([1, 2].map(() => failure(caller.ownData.erase({ password }))));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  });

  it("can't be used to find out the password in an open browser", async () => {
    const caller = strictly().caller({ user: await strictly().person("author"), ip: randomAddress() });
    const codes: (string | undefined)[] = [];
    for (let guess = 0; guess < 5; guess += 1) codes.push((await failure(caller.ownData.erase({ password: `guess ${guess}` })))?.code);
    expect(codes).toEqual(["WRONG_PASSWORD", "WRONG_PASSWORD", "WRONG_PASSWORD", "WRONG_PASSWORD", "RATE_LIMITED"]);
  });

  it("of an account without a password needs a new sign-in", async () => {
    const person = await api().person("learner");
    const { sql } = api().database;
    await sql`update users set password_hash = null where id = ${person.userId}`;
    const sessionId = await api().services.sessions.begin({ userId: person.userId, device: "tests" });
    const caller = api().caller({ user: { ...person, sessionId } });
    await sql`update sessions set created_at = now() - interval '11 minutes' where id = ${sessionId}`;
    expect(await failure(caller.ownData.erase({}))).toMatchObject({ code: "SIGN_IN_AGAIN" });
    const unknown = api().caller({ user: { ...person, sessionId: sessionIdSchema.parse(randomUUID()) } });
    expect(await failure(unknown.ownData.erase({}))).toMatchObject({ code: "SIGN_IN_AGAIN" });
    await sql`update sessions set created_at = now() where id = ${sessionId}`;
    expect(await failure(caller.ownData.erase({}))).toBeNull();
  });

  it("waits for the games that one hosts, and is not for admins", async () => {
    const host = await api().person("author");
    const { gameId } = await openGame(host);
    const caller = api().caller({ user: host });
    expect(await failure(caller.ownData.erase({ password }))).toMatchObject({ code: "UNDER_WAY" });
    await host.rest.post(`/games/${gameId}/end`, {});
    expect(await failure(caller.ownData.erase({ password }))).toBeNull();
    expect(await failure(api().caller({ user: await api().person("admin") }).ownData.erase({ password }))).toMatchObject({ code: "OWN_ACCESS" });
  });
});

it("tells admins, and nobody else, how long things are kept", async () => {
  expect(await api().caller({ user: await api().person("admin") }).retention.settings()).toMatchObject({ guestDays: 30, addressDays: 7 });
  expect(await failure(api().caller({ user: await api().person("author") }).retention.settings())).toMatchObject({ code: "FORBIDDEN" });
});
