import type { Limits } from "../limits";
import type { GuardedSocket } from "./guarded-socket";

/** Pings all sockets at a beat, and drops those that have said nothing for too long. What to call to stop it. */
export function keepAlive(sockets: ReadonlySet<GuardedSocket>, { pingEveryMs, silenceMs }: Pick<Limits, "pingEveryMs" | "silenceMs">): () => void {
  const pings = setInterval(() => {
    for (const socket of sockets) if (socket.readyState === socket.OPEN) socket.ping();
  }, pingEveryMs).unref();

  const drops = setInterval(() => {
    const now = performance.now();
    for (const socket of sockets) if (now - socket.heardAt >= silenceMs) socket.terminate();
  }, silenceMs / 35).unref();

  return () => {
    clearInterval(pings);
    clearInterval(drops);
  };
}
