import { trpcOfHost } from "../client/dialects.mjs";
import { LiveClient } from "../client/live-client.mjs";

/**
 * The host's page, which is told of counts and people: it is part of the load. Counts what it is told.
 *
 * @param {{ url: string, gameId: string, token: string }} place
 */
export function openHostSocket({ url, gameId, token }) {
  const seat = { gameId, participantId: "", token };
  const told = { messages: 0, largestBytes: 0 };
  const client = new LiveClient({
    url,
    localAddress: undefined,
    path: trpcOfHost.path(seat, undefined),
    headers: trpcOfHost.headers(seat),
    onOpen: () => trpcOfHost.opening(seat, undefined).forEach((text) => client.say(text)),
    onText: (text) => {
      told.messages += 1;
      told.largestBytes = Math.max(told.largestBytes, text.length);
    },
    onClose: () => {},
  });
  return { told, close: () => client.cut() };
}
