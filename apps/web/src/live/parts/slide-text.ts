/** The little Markdown that slides are written in. What else there is in a text stays text. */
export type Inline = { text: string; strong?: true; emphasis?: true };
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "paragraph"; lines: Inline[][] };

const heading = /^(#{1,6})\s+(.*)$/;
const bullet = /^\s*[-*+]\s+(.*)$/;
const numbered = /^\s*\d{1,3}[.)]\s+(.*)$/;
/** Bold, italics in both spellings, and links, of which only the words are kept: nobody leaves a game by a tap. */
const marks = /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|(?<![\p{L}\p{N}])_(.+?)_(?![\p{L}\p{N}])|!?\[([^\]]*)\]\([^)\s]*\)/gu;

export function parseInline(line: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of line.matchAll(marks)) {
    if (match.index > end) parts.push({ text: line.slice(end, match.index) });
    const [whole, bold, bold2, italic, italic2, link] = match;
    const strong = bold ?? bold2;
    const emphasis = italic ?? italic2;
    if (strong !== undefined) parts.push({ text: strong.replace(/^[*_](.+)[*_]$/, "$1"), strong: true });
    else if (emphasis !== undefined) parts.push({ text: emphasis, emphasis: true });
    else if (link) parts.push({ text: link });
    end = match.index + whole.length;
  }
  if (end < line.length) parts.push({ text: line.slice(end) });
  return parts;
}

export function parseSlide(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split("\n")) {
    const [title, item, number] = [line.match(heading), line.match(bullet), line.match(numbered)];
    const listed = item?.[1] ?? number?.[1];
    if (line.trim() === "") open = null;
    else if (title) {
      const level = title[1]?.length === 1 ? 1 : title[1]?.length === 2 ? 2 : 3;
      blocks.push({ kind: "heading", level, text: parseInline(title[2] ?? "") });
      open = null;
    } else if (listed !== undefined) {
      const ordered: boolean = item === null;
      if (open?.kind === "list" && open.ordered === ordered) open.items.push(parseInline(listed));
      else blocks.push((open = { kind: "list", ordered, items: [parseInline(listed)] }));
    } else if (open?.kind === "paragraph") open.lines.push(parseInline(line));
    else blocks.push((open = { kind: "paragraph", lines: [parseInline(line)] }));
  }
  return blocks;
}

/** The same without its marks, for a list or a place that shows one line. */
export const plainSlide = (text: string): string =>
  parseSlide(text)
    .flatMap((block) => (block.kind === "heading" ? [block.text] : block.kind === "list" ? block.items : block.lines))
    .map((line) => line.map((part) => part.text).join(""))
    .join(" ");
