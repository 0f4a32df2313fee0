import type { IncomingMessage } from "node:http";

/** A header of our own, from the socket to the route: what a client sends under this name is overwritten. */
export const peerHeader = "x-quickfire-peer";

/**
 * Handlers get a request without its socket, and Next believes any `X-Forwarded-For` that came with it. So each request is
 * marked, before anybody sees it, with the address at the other end of its socket.
 */
export function markPeerAddress(message: IncomingMessage): void {
  message.headers[peerHeader] = message.socket.remoteAddress ?? "";
}
