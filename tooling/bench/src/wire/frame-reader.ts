export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Told of each whole frame: its payload lies in `bytes` from `start` to `end`, and is overwritten after. */
export type OnFrame = (bytes: Buffer, start: number, end: number, opcode: number) => void;

/**
 * Reads the frames of a server (RFC 6455: not masked, here not compressed and not split) from pieces of any size. It copies
 * only what is cut by the end of a piece, so that a load generator spends its time on sockets.
 */
export class FrameReader {
  #rest: Buffer | null = null;

  constructor(private readonly onFrame: OnFrame) {}

  read(piece: Buffer): void {
    const bytes = this.#rest ? Buffer.concat([this.#rest, piece]) : piece;
    let at = 0;
    for (let end = endOfFrame(bytes, at); end !== 0; end = endOfFrame(bytes, at)) {
      this.onFrame(bytes, at + headerLength(bytes, at), end, (bytes[at] ?? 0) & 0x0f);
      at = end;
    }
    // Copied, since the piece's memory is used again.
    this.#rest = at === bytes.length ? null : Buffer.from(bytes.subarray(at));
  }
}

function headerLength(bytes: Buffer, at: number): number {
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  if (short < 126) return 2;
  return short === 126 ? 4 : 10;
}

/** Where the frame that begins at `at` ends; 0 where it is not whole yet. */
function endOfFrame(bytes: Buffer, at: number): number {
  if (bytes.length < at + 2 || bytes.length < at + headerLength(bytes, at)) return 0;
  const header = headerLength(bytes, at);
  const length = header === 2 ? (bytes[at + 1] ?? 0) & 0x7f : header === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  const end = at + header + length;
  return end <= bytes.length ? end : 0;
}
