import type { LiveServices } from "@quickfire/api/game";
import type { SessionId } from "@quickfire/engine";
import { closeCodes } from "./close-codes";
import type { GuardedSocket } from "./guarded-socket";

type Watch = {
  sockets: ReadonlySet<GuardedSocket>;
  /** The sign-in that opened it; players come by their own token, which a sign-out does not touch. */
  sessionOf: (socket: GuardedSocket) => SessionId | undefined;
  everyMs: number;
  services: Pick<LiveServices, "ended" | "metrics">;
};

/**
 * Looks from time to time whose sign-in has ended, and closes what it had opened. The code is that of a node that has no room: a page
 * asks for a new token then, and learns that it has to sign in. What to call to stop it.
 */
export function closeSignedOut({ sockets, sessionOf, everyMs, services: { ended, metrics } }: Watch): () => void {
  async function look(): Promise<void> {
    const opened = [...sockets].flatMap((socket) => {
      const sessionId = sessionOf(socket);
      return sessionId ? [{ socket, sessionId }] : [];
    });
    const gone = await ended.among([...new Set(opened.map(({ sessionId }) => sessionId))]);
    for (const { socket, sessionId } of opened) if (gone.has(sessionId)) socket.close(closeCodes.tryLater, "signed out");
  }

  // A Redis that is away is asked again soon.
  const looking = setInterval(() => void look().catch(() => metrics.errors.inc({ place: "ended sessions" })), everyMs).unref();
  return () => clearInterval(looking);
}
