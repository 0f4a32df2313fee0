export type StreamedEvent = { id?: string; data: string };

/** Takes server-sent events out of text that comes in pieces, wherever it is cut. */
export function createEventReader(onEvent: (event: StreamedEvent) => void) {
  let waiting = "";

  function readBlock(block: string): void {
    const fields = new Map(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trimStart()]));
    const data = fields.get("data");
    if (data !== undefined) onEvent({ data, ...(fields.has("id") ? { id: fields.get("id") } : {}) });
  }

  return (piece: string): void => {
    const blocks = (waiting + piece).split("\n\n");
    waiting = blocks.pop() ?? "";
    for (const block of blocks) readBlock(block);
  };
}
