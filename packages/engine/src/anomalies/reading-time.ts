import { LEAD_MS } from "../game-clock";
import type { AnomalySettings } from "./anomaly-settings";

/** A reaction to something new, without any reading. */
const reactionMs = 200;

/** The least time after its opening in which a question of so many words can be read and answered. It is told a moment before it opens. */
export const readingMsOf = (words: number, { readingWordsPerMinute }: Pick<AnomalySettings, "readingWordsPerMinute">): number =>
  Math.max(0, reactionMs + Math.round((words * 60_000) / readingWordsPerMinute) - LEAD_MS);

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words as a reader meets them: runs of letters and digits. A text without spaces counts by twos of its signs. */
export function countWords(text: string): number {
  const runs = text.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  return runs.reduce((sum, run) => sum + (unspaced.test(run) ? Math.ceil([...run].length / 2) : 1), 0);
}
