/** The texts of unmasked text frames, read independently of how the product writes them. */
export function readFrames(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes.readUInt8(at) !== 0x81) throw new Error(`no final text frame at byte ${at}`);
    const short = bytes.readUInt8(at + 1);
    const [start, length] =
      short < 126 ? [at + 2, short] : short === 126 ? [at + 4, bytes.readUInt16BE(at + 2)] : [at + 10, Number(bytes.readBigUInt64BE(at + 2))];
    texts.push(bytes.toString("utf8", start, start + length));
    at = start + length;
  }
  return texts;
}
