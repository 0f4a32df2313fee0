import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

/** A header of our own, from the socket to the route: what a client sends under this name is overwritten. */
export const peerHeader = "x-quickfire-peer";

/**
 * Next hands routes a request without its socket, and believes any `X-Forwarded-For` that came with it. So each request is
 * marked, before Next sees it, with the address at the other end of its socket.
 */
export function markPeerAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    request.headers[peerHeader] = socket.remoteAddress ?? "";
  });
}
