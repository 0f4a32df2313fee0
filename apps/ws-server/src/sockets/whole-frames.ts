import { isUtf8 } from "node:buffer";
import type { Duplex } from "node:stream";

const [finalText, ping, pong] = [0x81, 0x89, 0x8a];
const maskBit = 0x80;
const maskBytes = 4;
/** From here on the length stands in two further bytes, or in eight, which no message of ours needs. */
const [lengthInTwoBytes, lengthInEightBytes] = [126, 127];

/** A frame that is in a chunk as a whole: what kind it is, and where its mask, its payload and the next frame begin. */
type WholeFrame = { kind: number; mask: number; payload: number; end: number };

/** The frame at `at`; null where it is not whole, or of a form that is `ws`'s to judge. */
function frameAt(chunk: Buffer, at: number): WholeFrame | null {
  const kind = chunk[at] ?? 0;
  const second = chunk[at + 1] ?? 0;
  const isControl = kind === ping || kind === pong;
  if ((kind !== finalText && !isControl) || (second & maskBit) === 0) return null;
  const short = second & ~maskBit;
  if (short === lengthInEightBytes || (isControl && short === lengthInTwoBytes)) return null;
  const mask = at + (short === lengthInTwoBytes ? 4 : 2);
  const payload = mask + maskBytes;
  if (payload > chunk.length) return null;
  const end = payload + (short === lengthInTwoBytes ? chunk.readUInt16BE(at + 2) : short);
  return end > chunk.length ? null : { kind, mask, payload, end };
}

/** In place. The same again undoes it. */
function unmask(chunk: Buffer, { mask, payload, end }: WholeFrame): void {
  if (chunk.readUInt32BE(mask) === 0) return;
  for (let at = payload; at < end; at += 1) chunk[at] = (chunk[at] ?? 0) ^ (chunk[mask + ((at - payload) & 3)] ?? 0);
}

/**
 * Reads the messages of a socket before `ws` does, as long as each is what nearly every one is: a text in one frame that arrived in one
 * piece. `ws` has a stream with buffers before its parser, which cost more than the frame. Pings and pongs are handed to it one by one;
 * with anything else (a message in parts, a frame cut by the network, a Close frame, a mistake) all that follows is its own, for as long
 * as the socket is open. A test holds the two to the same transcript.
 *
 * To be called in the turn in which `ws` got the socket, without compression agreed on.
 */
export function readWholeFrames(transport: Duplex, { longest, onText }: { longest: number; onText: (message: Buffer) => void }): void {
  const listeners = transport.listeners("data") as ((chunk: Buffer) => void)[];
  const [stock] = listeners;
  if (!stock || listeners.length > 1) return;

  const handOver = (rest: Buffer) => {
    transport.on("data", stock);
    transport.off("data", read);
    stock.call(transport, rest);
  };

  function read(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      const frame = frameAt(chunk, at);
      if (!frame || frame.end - frame.payload > longest) return handOver(chunk.subarray(at));
      if (frame.kind === finalText) {
        unmask(chunk, frame);
        const message = chunk.subarray(frame.payload, frame.end);
        if (!isUtf8(message)) {
          unmask(chunk, frame);
          return handOver(chunk.subarray(at));
        }
        onText(message);
      } else stock?.call(transport, chunk.subarray(at, frame.end));
      at = frame.end;
    }
  }

  transport.on("data", read);
  transport.off("data", stock);
}
