const quote = 0x22;
const backslash = 0x5c;
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A message this short, which an answer by its ids is, can't hold anything that is worth a look. */
const harmlessBytes = 320;
const deepest = 32;

/** Whether JSON is nested more deeply than any message of ours: found before a parser or anything recursive gets to see it. */
export function isNestedTooDeep(message: Buffer): boolean {
  if (message.length < harmlessBytes) return false;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < message.length; at += 1) {
    const byte = message[at];
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openBracket || byte === openBrace) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (byte === closeBracket || byte === closeBrace) depth -= 1;
  }
  return false;
}
