import { createHash } from "node:crypto";
import type { LogPosition } from "./log-event";

/** A UUID (version 8: made by a rule of one's own) from the position, so that the same event has the same id however often it is read. */
export function eventUuid({ gameId, epoch, logNumber, index }: Pick<LogPosition, "epoch" | "logNumber" | "index"> & { gameId: string }): string {
  const bytes = createHash("sha256").update(`${gameId} ${epoch} ${logNumber} ${index}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
