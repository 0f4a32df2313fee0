const finalTextFrame = 0x81;

function headerLength(payloadLength: number): number {
  if (payloadLength < 126) return 2;
  return payloadLength < 65_536 ? 4 : 10;
}

/** Memory for a frame, with its header in place. */
function beginFrame(header: number, payloadLength: number): Buffer {
  const frame = Buffer.allocUnsafe(header + payloadLength);
  frame[0] = finalTextFrame;
  if (header === 2) frame[1] = payloadLength;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(payloadLength, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(payloadLength), 2);
  }
  return frame;
}

/** An unmasked, uncompressed text frame of RFC 6455, as a server sends it. `before` and `after` stand around the body, which many may share. */
export function textFrame(before: string, body: Buffer, after: string): Buffer {
  const beforeLength = Buffer.byteLength(before);
  const payloadLength = beforeLength + body.length + Buffer.byteLength(after);
  const header = headerLength(payloadLength);
  const frame = beginFrame(header, payloadLength);
  frame.write(before, header);
  body.copy(frame, header + beforeLength);
  frame.write(after, header + beforeLength + body.length);
  return frame;
}

/** The same for a text of its own, which is copied once and not twice. */
export function textFrameOf(text: string): Buffer {
  const payloadLength = Buffer.byteLength(text);
  const header = headerLength(payloadLength);
  const frame = beginFrame(header, payloadLength);
  frame.write(text, header);
  return frame;
}
