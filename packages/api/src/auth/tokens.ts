import { createHmac } from "node:crypto";
import { gameIdSchema, participantIdSchema, sessionIdSchema, userIdSchema } from "@quickfire/engine";
import { jwtVerify } from "jose";
import { z } from "zod";

/** For the whole game: whoever holds it is this participant, on the socket and as bearer. */
const participantClaims = z.object({ gameId: gameIdSchema, participantId: participantIdSchema });
export type ParticipantClaims = z.infer<typeof participantClaims>;

/** `sessionId` where a sign-in stands behind it: with its end the socket ends. A key has none. */
const onesOwn = { gameId: gameIdSchema, userId: userIdSchema, sessionId: sessionIdSchema.optional() };

/** To open one socket with, within a minute. */
const socketClaims = z.discriminatedUnion("role", [
  z.object({ role: z.literal("participant"), gameId: gameIdSchema, participantId: participantIdSchema }),
  z.object({ role: z.literal("host"), ...onesOwn }),
  z.object({ role: z.literal("screen"), ...onesOwn }),
]);
export type SocketClaims = z.infer<typeof socketClaims>;

/** Of a signed-in user, for REST; good while the session lasts that it belongs to. */
const accessClaims = z.object({ userId: userIdSchema, sessionId: sessionIdSchema, username: z.string(), roles: z.array(z.enum(["learner", "author", "admin"])) });
export type AccessClaims = z.infer<typeof accessClaims>;

const minute = 60;
/** Longer than a game can last that nobody ends; removal ends a participant's token earlier. */
const participantLifetime = 7 * 24 * 60 * minute;
export const socketLifetime = minute;
export const accessLifetime = 15 * minute;

/**
 * One maker and reader for each kind of token. The kinds differ by their audience, which is checked on reading, so that one
 * can never be used for another. A token that is wrong in any way (forged, expired, of another kind) reads as null.
 */
export function createTokens(options: { secret: string; now: () => number }) {
  // Made once: made of the bytes for each token, it would be half of what reading one costs.
  const key = crypto.subtle.importKey("raw", new TextEncoder().encode(options.secret), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  // At once, and not by way of a thread: that would cost ten times as much, for each of a crowd.
  const sign = (text: string) => `${text}.${createHmac("sha256", options.secret).update(text).digest("base64url")}`;
  const kind = <Claims extends Record<string, unknown>>(audience: string, schema: z.ZodType<Claims>, lifetime: number) => ({
    async issue(claims: Claims): Promise<string> {
      const issuedAt = Math.floor(options.now() / 1000);
      return sign(`${header}.${encoded({ ...claims, iss: issuer, aud: audience, iat: issuedAt, exp: issuedAt + lifetime })}`);
    },
    async read(token: string): Promise<Claims | null> {
      try {
        const { payload } = await jwtVerify(token, await key, { algorithms: ["HS256"], issuer, audience, currentDate: new Date(options.now()), requiredClaims: ["exp"] });
        return schema.parse(payload);
      } catch {
        return null;
      }
    },
  });
  return {
    participant: kind("quickfire:participant", participantClaims, participantLifetime),
    socket: kind("quickfire:socket", socketClaims, socketLifetime),
    access: kind("quickfire:access", accessClaims, accessLifetime),
  };
}
export type Tokens = ReturnType<typeof createTokens>;

const issuer = "quickfire";
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const header = encoded({ alg: "HS256", typ: "JWT" });
