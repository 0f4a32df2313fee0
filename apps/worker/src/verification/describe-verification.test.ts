import { randomUUID } from "node:crypto";
import type { Verification } from "@quickfire/db/verification";
import { gameIdSchema, participantIdSchema } from "@quickfire/engine";
import { expect, it } from "vitest";
import { describeVerification } from "./describe-verification";

const participantId = participantIdSchema.parse(randomUUID());
const verification = (more: Partial<Verification>): Verification => ({
  gameId: gameIdSchema.parse(randomUUID()), outcome: "agree", participants: 2, answers: 9, differences: [], seal: { state: "intact", events: 20, forgotten: 0, heads: ["ab12"] }, ...more,
});
const linesOf = (more: Partial<Verification>) => describeVerification(verification(more)).slice(1);

it("says that nothing differs", () => {
  expect(linesOf({})).toEqual(["verified: the board follows from the log, and nothing differs", "seal: intact over 20 events, ab12"]);
});

it("says where something differs, a line each, whatever somebody called themselves", () => {
  const differences: Verification["differences"] = [
    { kind: "standing", participantId, name: "A\nverified: yes", stored: { score: 5, totalTimeMs: 6, rank: 1 }, logged: null },
    { kind: "answer", participantId, name: null, round: 3, stored: null, logged: { points: 900, timeMs: 12 } },
  ];
  expect(linesOf({ outcome: "differ", differences, seal: { state: "missing" } })).toEqual([
    "NOT verified: what is stored is not what the log says",
    `standing of "A\\nverified: yes" (${participantId}): stored 5 points, 6 ms, place 1; by the log nothing`,
    `answer of "" (${participantId}) in round 3: stored nothing; by the log 900 points, 12 ms`,
    "seal: GONE, though there was one",
  ]);
});

it.each<[Verification["seal"], RegExp]>([
  [{ state: "unsealed" }, /none yet/],
  [{ state: "broken", at: { part: 0, place: 6, what: "event", event: null } }, /BROKEN at event 7, where nothing stands/],
  [{ state: "broken", at: { part: 1, place: 0, what: "address", event: null } }, /BROKEN at address 1 of addition 1/],
  [{ state: "added", events: 3, first: null }, /3 events were ADDED/],
])("tells a seal's state %#", (seal, words) => expect(linesOf({ seal }).at(-1)).toMatch(words));

it.each(["running", "incomplete"] as const)("says that a game is not checked while it is %s", (outcome) => expect(linesOf({ outcome })[0]).toMatch(/^not checked/));
