import type { Limits } from "../limits";
import { GuardedSocket } from "./guarded-socket";

/** The same for every door. Compression stays off: frames are written as they are, and a bomb has nothing to unfold. */
export const socketOptions = (limits: Limits) => ({
  noServer: true,
  WebSocket: GuardedSocket,
  clientTracking: true,
  perMessageDeflate: false,
  maxPayload: limits.messageBytes,
  maxFragments: limits.fragments,
  closeTimeout: limits.closeWithinMs,
});
