import { formatPosition, parsePosition } from "@quickfire/broadcast";
import type { HubEvent } from "@quickfire/realtime";

export const isEnd = ({ event }: HubEvent): boolean => event.type === "quiz_ended";

/**
 * The event after which each player is to be told their own result: a question that has closed or was voided, and the last one before the end; null
 * where there is nothing to tell. It is before the end that everybody learns where they finished.
 */
export function resultsFollow(published: HubEvent): string | null {
  const { id, event } = published;
  if (event.type === "question_closed" || event.type === "question_voided" || (event.type === "phase_changed" && event.payload.phase === "ended")) return id;
  if (!isEnd(published)) return null;
  const position = parsePosition(id);
  return position && formatPosition({ ...position, number: position.number - 1 });
}
