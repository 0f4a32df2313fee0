import { gameIdSchema, participantIdSchema, sessionIdSchema, userIdSchema } from "@quickfire/engine";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { createTokens } from "./tokens";

const secret = "a-secret-for-tests-that-is-long-enough";
const gameId = gameIdSchema.parse(crypto.randomUUID());
const participantId = participantIdSchema.parse(crypto.randomUUID());
const userId = userIdSchema.parse(crypto.randomUUID());
const sessionId = sessionIdSchema.parse(crypto.randomUUID());
const start = Date.parse("2026-01-01T10:00:00Z");

function clockwork(at = start) {
  const clock = { ms: at };
  return { clock, tokens: createTokens({ secret, now: () => clock.ms }) };
}

const claims = {
  participant: { gameId, participantId },
  socket: { role: "participant", gameId, participantId },
  access: { userId, sessionId, username: "Mai", roles: ["author" as const] },
} as const;

describe("tokens", () => {
  it("say again what they were issued for", async () => {
    const { tokens } = clockwork();
    expect(await tokens.participant.read(await tokens.participant.issue(claims.participant))).toEqual(claims.participant);
    expect(await tokens.socket.read(await tokens.socket.issue({ role: "screen", gameId, userId }))).toEqual({ role: "screen", gameId, userId });
    expect(await tokens.access.read(await tokens.access.issue({ ...claims.access, roles: ["author"] }))).toEqual(claims.access);
  });

  it("of one kind are never accepted as another", async () => {
    const { tokens } = clockwork();
    const issued = {
      participant: await tokens.participant.issue(claims.participant),
      socket: await tokens.socket.issue(claims.socket),
      access: await tokens.access.issue({ ...claims.access, roles: ["author"] }),
    };
    const kinds = ["participant", "socket", "access"] as const;
    for (const kind of kinds) {
      for (const other of kinds) expect((await tokens[other].read(issued[kind])) !== null, `${kind} read as ${other}`).toBe(kind === other);
    }
  });

  it("last a minute for a socket, a quarter of an hour for REST, and a game for its participant", async () => {
    const { tokens, clock } = clockwork();
    const socket = await tokens.socket.issue(claims.socket);
    const access = await tokens.access.issue({ ...claims.access, roles: ["author"] });
    const participant = await tokens.participant.issue(claims.participant);
    clock.ms = start + 59_000;
    expect(await tokens.socket.read(socket)).not.toBeNull();
    clock.ms = start + 61_000;
    expect(await tokens.socket.read(socket)).toBeNull();
    expect(await tokens.access.read(access)).not.toBeNull();
    clock.ms = start + 901_000;
    expect(await tokens.access.read(access)).toBeNull();
    clock.ms = start + 30 * 3_600_000;
    expect(await tokens.participant.read(participant)).not.toBeNull();
  });

  it("made with another secret, without a signature, without an end or with strange claims are nothing", async () => {
    const { tokens } = clockwork();
    const key = new TextEncoder().encode(secret);
    const base = () => new SignJWT({ gameId, participantId }).setProtectedHeader({ alg: "HS256" }).setIssuer("quickfire").setAudience("quickfire:participant");
    const foreign = await createTokens({ secret: `${secret}!`, now: () => start }).participant.issue(claims.participant);
    const endless = await base().sign(key);
    const strange = await new SignJWT({ gameId: "'; --", participantId })
      .setProtectedHeader({ alg: "HS256" }).setIssuer("quickfire").setAudience("quickfire:participant").setExpirationTime(start / 1000 + 60).sign(key);
    const [, payload] = (await tokens.participant.issue(claims.participant)).split(".");
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    for (const token of [foreign, endless, strange, unsigned, "", "a.b.c", "x".repeat(10_000)]) expect(await tokens.participant.read(token)).toBeNull();
  });
});
