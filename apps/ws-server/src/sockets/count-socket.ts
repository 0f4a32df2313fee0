import type { Metrics } from "@quickfire/telemetry";
import type { GuardedSocket } from "./guarded-socket";

/** Those that a server or a browser sends; a client may send any other, and a label has few values. */
const knownCodes = new Set([1000, 1001, 1002, 1005, 1006, 1007, 1008, 1009, 1011, 1013, 4000]);

type EdgeMetrics = Pick<Metrics, "connectedClients" | "closedSockets" | "badFrames">;

/** Counts a socket from its opening to its end, and how it ended. */
export function countSocket(socket: GuardedSocket, transport: "plain" | "trpc", metrics: EdgeMetrics): void {
  metrics.connectedClients.inc({ transport });
  socket.on("error", (error) => metrics.badFrames.inc({ reason: isTooLarge(error) ? "too_large" : "protocol" }));
  socket.once("close", (code) => {
    metrics.connectedClients.dec({ transport });
    metrics.closedSockets.inc({ code: knownCodes.has(code) ? String(code) : "other" });
  });
}

/** `ws` names what is wrong with a frame by a code of its own. */
function isTooLarge(error: Error): boolean {
  return "code" in error && (error.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH" || error.code === "WS_ERR_TOO_MANY_BUFFERED_PARTS");
}
