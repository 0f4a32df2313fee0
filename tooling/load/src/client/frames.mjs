/** Frames of RFC 6455, as a client needs them. */
export const opcodes = /** @type {const} */ ({ text: 1, close: 8, ping: 9, pong: 10 });

const masked = 0x80;

/**
 * A frame to the server. It is masked with zeros, which leaves the bytes as they are: the server unmasks it all the same, and
 * the load generator has less to do.
 *
 * @param {string | Buffer} payload
 * @param {number} [opcode]
 */
export function clientFrame(payload, opcode = opcodes.text) {
  const length = Buffer.byteLength(payload);
  const header = length < 126 ? 6 : 8;
  if (length > 65_535) throw new RangeError("a client has no use for longer messages");
  const frame = Buffer.alloc(header + length);
  frame[0] = 0x80 | opcode;
  if (header === 6) frame[1] = masked | length;
  else {
    frame[1] = masked | 126;
    frame.writeUInt16BE(length, 2);
  }
  if (typeof payload === "string") frame.write(payload, header);
  else payload.copy(frame, header);
  return frame;
}

/** Takes a socket's bytes as they come, and tells of each whole frame where it lies. */
export class FrameReader {
  /** @type {Buffer | null} */
  #rest = null;

  /** @param {(opcode: number, bytes: Buffer, start: number, end: number) => void} onFrame the bytes are good during the call only */
  constructor(onFrame) {
    this.onFrame = onFrame;
  }

  /** @param {Buffer} bytes may be used again by the caller afterwards */
  read(bytes) {
    const buffer = this.#rest === null ? bytes : Buffer.concat([this.#rest, bytes]);
    let at = 0;
    for (;;) {
      const header = headerLengthAt(buffer, at);
      if (header === 0) break;
      const start = at + header;
      const end = start + payloadLengthAt(buffer, at);
      if (end > buffer.length) break;
      this.onFrame((buffer[at] ?? 0) & 0x0f, buffer, start, end);
      at = end;
    }
    this.#rest = at === buffer.length ? null : Buffer.from(buffer.subarray(at));
  }
}

/** 0 while not all of it is there. @param {Buffer} buffer @param {number} at */
function headerLengthAt(buffer, at) {
  if (buffer.length < at + 2) return 0;
  const short = (buffer[at + 1] ?? 0) & 0x7f;
  const length = short < 126 ? 2 : short === 126 ? 4 : 10;
  return buffer.length < at + length ? 0 : length;
}

/** @param {Buffer} buffer @param {number} at */
function payloadLengthAt(buffer, at) {
  const short = (buffer[at + 1] ?? 0) & 0x7f;
  if (short < 126) return short;
  return short === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2));
}
