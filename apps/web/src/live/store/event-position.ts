/**
 * Where an event stands in a game: `<epoch>.<number>`. The epoch changes when the live state was rebuilt, so numbers of
 * two epochs say nothing about each other.
 */
export type EventPosition = { epoch: string; number: number };

export function parseEventPosition(id: string): EventPosition | null {
  const dot = id.lastIndexOf(".");
  const number = Number(id.slice(dot + 1));
  if (dot < 1 || !Number.isSafeInteger(number)) return null;
  return { epoch: id.slice(0, dot), number };
}

export const formatEventPosition = ({ epoch, number }: EventPosition): string => `${epoch}.${number}`;

/**
 * How an event lies to the last one that was applied. A gap is not always a loss: a slow reader is spared old boards. But
 * only a fresh snapshot can tell, so whoever meets one asks for it.
 */
export type Arrival = "unnumbered" | "next" | "after-a-gap" | "seen-before" | "other-epoch";

export function placeEvent(id: string | undefined, last: EventPosition | null): Arrival {
  const position = id === undefined ? null : parseEventPosition(id);
  if (!position) return "unnumbered";
  if (!last) return "after-a-gap";
  if (position.epoch !== last.epoch) return "other-epoch";
  if (position.number <= last.number) return "seen-before";
  return position.number === last.number + 1 ? "next" : "after-a-gap";
}
