import { textFrame } from "./text-frame";

/** Told to all, told to one reader alone, or the state with which a reader begins. */
export type FrameKind = "shared" | "personal" | "snapshot";

/** How an event looks on one kind of wire. Readers with encodings of the same name get the same bytes. */
export interface Encoding {
  readonly name: string;
  frame(body: Buffer, id: string, kind: FrameKind): Buffer;
}

const openingBrace = 1;

/**
 * Events as they are, one JSON object a frame, with their `id` as first key where a reader can resume from it. Asks of an
 * event that it is an object with a key at least.
 */
export const plainEncoding: Encoding = {
  name: "plain",
  frame: (body, id, kind) =>
    kind === "personal" ? textFrame("", body, "") : textFrame(`{"id":${JSON.stringify(id)},`, body.subarray(openingBrace), ""),
};

/**
 * The data message of a tRPC subscription for a tracked event, byte for byte as the stock handler writes it. Every event is
 * tracked, personal ones too: the stock client forgets where it stood at the first one that is not.
 */
export function trpcEncoding(request: { id: number | string; jsonrpc?: "2.0" }): Encoding {
  const requestId = JSON.stringify(request.id);
  const jsonrpc = request.jsonrpc ? `,"jsonrpc":"${request.jsonrpc}"` : "";
  return {
    name: `trpc ${requestId}${jsonrpc}`,
    frame: (body, id) => {
      const eventId = JSON.stringify(id);
      return textFrame(`{"id":${requestId}${jsonrpc},"result":{"type":"data","data":{"id":${eventId},"data":`, body, `},"id":${eventId}}}`);
    },
  };
}
