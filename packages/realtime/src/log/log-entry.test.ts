import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { eventUuid } from "./event-uuid";
import { parseLogEntry } from "./log-entry";

const position = fc.record({ gameId: fc.uuid(), epoch: fc.string({ minLength: 1 }), logNumber: fc.nat(), index: fc.nat({ max: 500 }) });

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
