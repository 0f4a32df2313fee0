/** Where an event stands in its channel. Numbers are gapless within an epoch; between epochs nothing can be compared. */
export type Position = { epoch: string; number: number };

const form = /^(.{1,64})\.(0|[1-9][0-9]{0,14})$/;

/** Reads `<epoch>.<number>`; null for anything else, so that what a client claims needs no other check. */
export function parsePosition(id: string): Position | null {
  const parts = form.exec(id);
  if (!parts?.[1] || !parts[2]) return null;
  return { epoch: parts[1], number: Number(parts[2]) };
}

/** The form in which a position stands in the id of an event. */
export const formatPosition = ({ epoch, number }: Position): string => `${epoch}.${number}`;
