/**
 * A request as the doors of the api need it. The web's own `Request` would do, but to make one of Node's, with a stream for its
 * body, costs more than what is then done with it.
 */
export type Incoming = {
  method: string;
  /** The path and what stands behind it. */
  url: string;
  headers: HeaderReader;
  /** Aborted when the caller is gone before the reply was out. */
  signal: AbortSignal;
  /** The whole body, or null where it is longer than that. It stops at the limit, whatever length was announced. */
  readBytes(limit: number): Promise<Uint8Array<ArrayBuffer> | null>;
};

export type HeaderReader = { get(name: string): string | null; entries(): Iterable<[string, string]> };

/** Whatever comes in pieces, whole, unless it has more bytes than that. */
export async function collectBytes(pieces: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const collected: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > limit) return null;
    collected.push(piece);
  }
  return Buffer.concat(collected);
}
