import { createHash } from "node:crypto";
import type { LogPosition } from "./log-event";

type EntryPosition = Omit<LogPosition, "index">;

const most = { logNumber: 2 ** 32, index: 2 ** 20 };

/**
 * The ids of an entry's events, UUIDs (version 8: made by a rule of one's own) made from the position, so that the same event has the
 * same id however often it is read. First come 70 bits of a digest of game and epoch, then log number and index as they are: within
 * a life of a game ids grow, and what is stored together lies together in Postgres's index. Migration 0003 has the same rule.
 */
export function eventUuidsOf({ gameId, epoch, logNumber }: EntryPosition): (index: number) => string {
  const digest = createHash("sha256").update(`${gameId} ${epoch}`).digest("hex");
  const variantAndMore = 0x800 | (Number.parseInt(digest.slice(15, 18), 16) & 0x3ff);
  const game = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(12, 15)}-${variantAndMore.toString(16)}`;
  return (index) => {
    if (!(logNumber >= 0 && logNumber < most.logNumber && index < most.index)) throw new RangeError(`no id can tell of event ${index} in entry ${logNumber}`);
    const place = (logNumber * most.index + index).toString(16).padStart(13, "0");
    return `${game}${place.slice(0, 1)}-${place.slice(1)}`;
  };
}
