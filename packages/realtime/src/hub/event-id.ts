/** An event's position: `<epoch>.<number>`. */
export type EventPosition = { epoch: string; number: number };

export function parseEventId(id: string): EventPosition | null {
  const match = /^([^.]+)\.(\d{1,15})$/.exec(id);
  return match ? { epoch: match[1] ?? "", number: Number(match[2]) } : null;
}

export const eventIdOf = ({ epoch, number }: EventPosition): string => `${epoch}.${number}`;
