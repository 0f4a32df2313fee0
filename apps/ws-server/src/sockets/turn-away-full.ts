import type { Metrics } from "@quickfire/telemetry";
import { closeCodes } from "./close-codes";
import type { GuardedSocket } from "./guarded-socket";

/** A browser sees no HTTP status of a refused upgrade, so a full server says it with a close code. */
export function turnAwayFull(socket: GuardedSocket, metrics: Pick<Metrics, "refusedSockets">): void {
  metrics.refusedSockets.inc({ reason: "full" });
  socket.on("error", () => socket.terminate());
  socket.close(closeCodes.tryLater, "this server is full");
}
