import { createFakeClock } from "@quickfire/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { refreshTokens } from "../schema/refresh-tokens";
import { users } from "../schema/users";
import { createRefreshTokenRepository } from "./refresh-token-repository";
import { createSessionRepository } from "./session-repository";

const database = useDatabase();

async function signedIn() {
  const clock = createFakeClock();
  const tokens = createRefreshTokenRepository(database(), { now: clock.now, lifetimeMs: 60_000 });
  const userId = await insertUser(database());
  const { refreshToken, sessionId } = await tokens.issue({ userId, device: "a program" });
  return { clock, tokens, userId, sessionId, refreshToken };
}

async function rotated(tokens: ReturnType<typeof createRefreshTokenRepository>, refreshToken: string): Promise<string> {
  const next = await tokens.rotate(refreshToken);
  if (!next.ok) throw new Error(next.error);
  return next.value.refreshToken;
}

describe("refresh tokens", () => {
  it("are exchanged for a successor of the same account", async () => {
    const { clock, tokens, userId, refreshToken } = await signedIn();
    const next = await tokens.rotate(refreshToken);
    expect(next).toMatchObject({ ok: true, value: { userId, expiresAt: new Date(clock.now() + 60_000).toISOString() } });
    expect(next.ok && next.value.refreshToken).not.toBe(refreshToken);
  });

  it("revoke the whole family when a spent one comes again", async () => {
    const { tokens, refreshToken } = await signedIn();
    const newest = await rotated(tokens, await rotated(tokens, refreshToken));
    expect(await tokens.rotate(refreshToken)).toEqual({ ok: false, error: "REUSED" });
    expect(await tokens.rotate(newest)).toEqual({ ok: false, error: "INVALID" });
  });

  it("leave the other sign-ins of the account alone when one family is revoked", async () => {
    const { tokens, userId, refreshToken } = await signedIn();
    const elsewhere = await tokens.issue({ userId, device: "a program" });
    await rotated(tokens, refreshToken);
    await tokens.rotate(refreshToken);
    expect(await tokens.rotate(elsewhere.refreshToken)).toMatchObject({ ok: true });
  });

  it("are spent once when the same one is used many times at once, and the family ends", async () => {
    const { tokens, refreshToken } = await signedIn();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => tokens.rotate(refreshToken)));
    const successors = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.refreshToken] : []));
    expect(successors).toHaveLength(1);
    expect(await tokens.rotate(successors[0] ?? "")).toMatchObject({ ok: false });
  });

  it("end with their time, with a sign-out, and with the account", async () => {
    const expired = await signedIn();
    expired.clock.advance(60_000);
    expect(await expired.tokens.rotate(expired.refreshToken)).toEqual({ ok: false, error: "INVALID" });

    const signedOut = await signedIn();
    const successor = await rotated(signedOut.tokens, signedOut.refreshToken);
    await signedOut.tokens.revoke(successor);
    expect(await signedOut.tokens.rotate(successor)).toEqual({ ok: false, error: "INVALID" });

    const everywhere = await signedIn();
    await createSessionRepository(database(), { now: everywhere.clock.now }).revoke({ userId: everywhere.userId, sessionId: everywhere.sessionId });
    expect(await everywhere.tokens.rotate(everywhere.refreshToken)).toEqual({ ok: false, error: "INVALID" });

    const disabled = await signedIn();
    await database().db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, disabled.userId));
    expect(await disabled.tokens.rotate(disabled.refreshToken)).toEqual({ ok: false, error: "INVALID" });
  });

  it("that never were are refused and revoke nothing", async () => {
    const { tokens, refreshToken } = await signedIn();
    expect(await tokens.rotate("made up")).toEqual({ ok: false, error: "INVALID" });
    await tokens.revoke("made up");
    expect(await tokens.rotate(refreshToken)).toMatchObject({ ok: true });
  });

  it("are stored only as hashes", async () => {
    const { refreshToken, userId } = await signedIn();
    const rows = await database().db.select().from(refreshTokens).where(eq(refreshTokens.userId, userId));
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
    expect(rows[0]?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
