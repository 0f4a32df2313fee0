/** The outlines of one symbol of our own pictures, and the box they are drawn in. */
export type Outlines = { path: string; box: { x: number; y: number; width: number; height: number } };

/** Reads a symbol of `glyphs.svg` or `wordmark.svg`: a canvas can't refer to one as a page does. */
export function readSymbol(svg: string, id: string): Outlines | null {
  const symbol = new DOMParser().parseFromString(svg, "image/svg+xml").getElementById(id);
  const path = symbol?.querySelector("path")?.getAttribute("d");
  const [x, y, width, height] = (symbol?.getAttribute("viewBox") ?? "").split(" ").map(Number);
  if (!path || x === undefined || y === undefined || !width || !height) return null;
  return { path, box: { x, y, width, height } };
}

export async function fetchSymbols(address: string, ids: readonly string[]): Promise<(Outlines | null)[]> {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address} was answered with ${reply.status}`);
  const svg = await reply.text();
  return ids.map((id) => readSymbol(svg, id));
}
