import { roles } from "@quickfire/db";
import { sessionIdSchema, userIdSchema } from "@quickfire/engine";
import { z } from "zod";

/** What the session's cookie carries; it is encrypted, but parsed like everything that comes back. */
export const sessionClaims = z.object({ userId: userIdSchema, sessionId: sessionIdSchema, username: z.string(), roles: z.array(z.enum(roles)) });
