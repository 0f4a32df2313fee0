import { z } from "zod";
import { fieldsOfFlat } from "../game-fields";

/** What Redis answers about streams and their groups, told in names. */

/** An entry that was trimmed away under its consumer has no fields. */
const entriesSchema = z.array(z.tuple([z.string(), z.array(z.string()).transform(fieldsOfFlat).nullable()]));
const streamsSchema = z.array(z.tuple([z.string(), entriesSchema])).nullable();
const claimedSchema = z.tuple([z.string(), entriesSchema], z.unknown());
const pendingSchema = z.tuple([z.coerce.number(), z.string().nullable()], z.unknown());
const groupSchema = z.object({ name: z.string(), "last-delivered-id": z.string(), lag: z.number().nullable() });

export type StreamEntry = z.infer<typeof entriesSchema>[number];
export type StreamEntries = [key: string, entries: StreamEntry[]];

/** XRANGE. */
export const parseEntries = (reply: unknown): StreamEntry[] => entriesSchema.parse(reply);

/** XREADGROUP; null where nothing came in time. */
export const parseStreams = (reply: unknown): StreamEntries[] => streamsSchema.parse(reply) ?? [];

/** XAUTOCLAIM. */
export const parseClaimed = (reply: unknown): StreamEntry[] => claimedSchema.parse(reply)[1];

/** XPENDING: how many entries of a group are not acknowledged, and the oldest of them. */
export function parsePending(reply: unknown): { count: number; oldestId: string | null } {
  const [count, oldestId] = pendingSchema.parse(reply);
  return { count, oldestId };
}

/** XINFO GROUPS; `lag` is what was not delivered yet, null where Redis can't tell. */
export function parseGroups(reply: unknown): { name: string; lastDeliveredId: string; lag: number | null }[] {
  return z
    .array(z.array(z.unknown()))
    .parse(reply)
    .map((flat) => {
      const pairs = flat.flatMap((name, index) => (index % 2 === 0 ? [[String(name), flat[index + 1]] as const] : []));
      const { name, lag, "last-delivered-id": lastDeliveredId } = groupSchema.parse(Object.fromEntries(pairs));
      return { name, lag, lastDeliveredId };
    });
}

/** An entry's id begins with the instant at which it was added. */
export const instantOf = (entryId: string): number => Number(entryId.split("-")[0]);

const partsOf = (entryId: string): [instant: bigint, place: bigint] => {
  const [instant = "0", place = "0"] = entryId.split("-");
  return [BigInt(instant), BigInt(place)];
};

export function earlierId(one: string, other: string): string {
  const [[instant, place], [otherInstant, otherPlace]] = [partsOf(one), partsOf(other)];
  return instant < otherInstant || (instant === otherInstant && place <= otherPlace) ? one : other;
}

/** The smallest id that an entry behind this one can have. */
export function idAfter(entryId: string): string {
  const [instant, place] = partsOf(entryId);
  return `${instant}-${place + 1n}`;
}
