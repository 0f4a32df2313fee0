import { randomUUID } from "node:crypto";
import { gameIdSchema } from "@quickfire/engine";
import fc from "fast-check";
import { expect, it } from "vitest";
import { eventUuidsOf } from "./event-uuid";
import { parseLogEntry } from "./log-entry";
import type { LogPosition } from "./log-event";

const position = fc.record({ gameId: fc.uuid().map((id) => gameIdSchema.parse(id)), epoch: fc.string({ minLength: 1 }), logNumber: fc.nat(), index: fc.nat({ max: 500 }) });
const eventUuid = ({ index, ...entry }: LogPosition) => eventUuidsOf(entry)(index);

it("gives an event the same id each time, and no two events the same", () => {
  fc.assert(
    fc.property(position, position, (one, other) => {
      expect(eventUuid({ ...one })).toBe(eventUuid(one));
      expect(eventUuid(one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(eventUuid(one)).not.toBe(eventUuid(other));
    }),
  );
});

it("gives later events of a game higher ids, so that they are stored beside each other", () => {
  const place = fc.tuple(fc.nat({ max: 2 ** 32 - 1 }), fc.nat({ max: 2 ** 20 - 1 }));
  fc.assert(
    fc.property(position, place, place, (game, one, other) => {
      const [first, second] = [one, other].map(([logNumber, index]) => eventUuid({ ...game, logNumber, index }));
      const isEarlier = one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
      expect((first ?? "") < (second ?? "")).toBe(isEarlier);
    }),
  );
});

it.each([{ logNumber: -1 }, { logNumber: 2 ** 32 }, { index: 2 ** 20 }])("gives no id to a place that has none of its own: %o", (place) => {
  const at = { gameId: gameIdSchema.parse(randomUUID()), epoch: "e", logNumber: 1, index: 0, ...place };
  expect(() => eventUuid(at)).toThrow(RangeError);
});

it.each([
  ["an unknown type", { type: "odd" }],
  ["a body that is no JSON", { body: "nonsense" }],
  ["a body of another type", { type: "answers" }],
  ["no game", { game: "" }],
  ["no number", { seq: "x" }],
])("refuses an entry with %s", (_what, change) => {
  const fields = {
    type: "removed", game: randomUUID(), epoch: "e", at: "1", seq: "1",
    body: JSON.stringify({ participantId: randomUUID(), origin: { ip: null, userAgent: null } }),
  };
  expect(parseLogEntry(fields).events).toHaveLength(1);
  expect(() => parseLogEntry({ ...fields, ...change })).toThrow();
});
