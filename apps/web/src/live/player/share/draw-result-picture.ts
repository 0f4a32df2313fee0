import { fetchSymbols, type Outlines } from "./outlines";
import { wrapText } from "./wrap-text";

/** What stands on the picture, in the words of the page's language. */
export type ResultWords = { title: string; place: string; placeNote: string; name: string; points: string };
export type PictureLooks = { avatar: string; onAvatar: string; board: string; chalk: string; chalkSoft: string; glyph: string };

const size = { width: 1_080, height: 1_350 } as const;
const margin = 84;
const inside = size.width - 2 * margin;
const largestPlace = 300;
/** Where the dark plane ends, left and right: it rises by seven degrees, as planes do here. */
const slope = { left: 930, right: 797 } as const;
const families = { display: '"Archivo Variable"', text: '"Inclusive Sans Variable"' } as const;
const display = `${families.display}, system-ui, sans-serif`;
const text = `${families.text}, system-ui, sans-serif`;

/** The result as a picture, made of what the page has already: nothing but our own files is fetched, and nothing is sent. */
export async function drawResultPicture(words: ResultWords, looks: PictureLooks): Promise<Blob> {
  const [[glyph = null], [letters = null, strikes = null]] = await Promise.all([
    fetchSymbols("/glyphs.svg", [looks.glyph]),
    fetchSymbols("/wordmark.svg", ["letters", "strikes"]),
    ...Object.values(families).map((family) => loadFont(family, Object.values(words).join(""))),
  ]);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, size);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser draws no pictures");
  drawGround(context, looks);
  drawOutlines(context, glyph, { x: 450, y: 806, width: 620, colour: looks.onAvatar });
  drawWords(context, words, looks);
  drawOutlines(context, letters, { x: margin, y: 1_218, width: 300, colour: looks.onAvatar });
  drawOutlines(context, strikes, { x: margin, y: 1_218, width: 300, colour: looks.onAvatar });
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be packed"))), "image/png"));
}

/** A canvas waits for no font. One that does not come is replaced by the system's, as on the page. */
const loadFont = (family: string, letters: string): Promise<unknown> => document.fonts.load(`700 40px ${family}`, letters).catch(() => []);

function drawGround(context: CanvasRenderingContext2D, { avatar, board }: PictureLooks): void {
  context.fillStyle = avatar;
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = board;
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(size.width, 0);
  context.lineTo(size.width, slope.right);
  context.lineTo(0, slope.left);
  context.fill();
}

function drawWords(context: CanvasRenderingContext2D, words: ResultWords, looks: PictureLooks): void {
  context.textBaseline = "alphabetic";
  const at = { context, colour: looks.chalk };
  drawLines({ ...at, font: `600 46px ${text}`, words: words.title, y: 136, leading: 58, lines: 2, colour: looks.chalkSoft });
  drawPlace(context, words.place, looks);
  drawLines({ ...at, font: `500 44px ${text}`, words: words.placeNote, y: 592, leading: 52, lines: 1, colour: looks.chalkSoft });
  drawLines({ ...at, font: `800 semi-expanded 68px ${display}`, words: words.name, y: 700, leading: 80, lines: 2 });
  drawLines({ ...at, font: `800 semi-expanded 62px ${display}`, words: words.points, y: 1_080, leading: 70, lines: 2, width: 440, colour: looks.onAvatar });
}

/** The largest thing on the picture, as large as its words allow. */
function drawPlace(context: CanvasRenderingContext2D, place: string, { chalk }: PictureLooks): void {
  const setSize = (pixels: number) => {
    context.font = `800 semi-expanded ${pixels}px ${display}`;
  };
  setSize(largestPlace);
  const pixels = Math.min(largestPlace, Math.floor((largestPlace * inside) / Math.max(1, context.measureText(place).width)));
  setSize(pixels);
  context.fillStyle = chalk;
  // The first letter's own air would push it in.
  context.fillText(place, margin - pixels * 0.04, 484);
}

type Lines = { context: CanvasRenderingContext2D; font: string; words: string; y: number; leading: number; lines: number; colour: string; width?: number };

function drawLines({ context, font, words, y, leading, lines, colour, width = inside }: Lines): void {
  context.font = font;
  context.fillStyle = colour;
  for (const [index, line] of wrapText(words, { lines, fits: (part) => context.measureText(part).width <= width }).entries()) {
    context.fillText(line, margin, y + index * leading);
  }
}

function drawOutlines(context: CanvasRenderingContext2D, outlines: Outlines | null, { x, y, width, colour }: { x: number; y: number; width: number; colour: string }): void {
  if (!outlines) return;
  const scale = width / outlines.box.width;
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.translate(-outlines.box.x, -outlines.box.y);
  context.fillStyle = colour;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
  context.fill(new Path2D(outlines.path));
  context.restore();
}
