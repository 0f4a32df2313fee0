/** A whole text frame as a client sends it. The mask is zero, which is as good as any between two processes of one machine. */
export function clientFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  if (payload.length >= 65_536) throw new RangeError("a client's frame of this size is not needed here");
  const isShort = payload.length < 126;
  const header = isShort ? Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]) : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
  return Buffer.concat([header, payload]);
}
