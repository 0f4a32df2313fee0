import { randomUUID } from "node:crypto";
import { gameIdSchema, participantIdSchema, questionIdSchema } from "@quickfire/engine";
import type { LogEvent } from "@quickfire/realtime";
import { expect, it } from "vitest";
import { findUnusual } from "./find-unusual";

const answered = (correct: boolean, timeMs: number): LogEvent => ({
  type: "ANSWER_SUBMITTED", gameId: gameIdSchema.parse(randomUUID()), epoch: "e", logNumber: 1, index: 0, eventId: randomUUID(), at: 1, round: 1,
  participantId: participantIdSchema.parse(randomUUID()), questionId: questionIdSchema.parse(randomUUID()), answer: {}, correct, points: 0, timeMs, streak: 0, receivedAt: 1,
  submission: { questionId: "q", selectedOption: 0 }, origin: { ip: null, userAgent: null },
});

it("finds right answers that came faster than anybody reads, and nothing else", () => {
  expect(findUnusual([answered(true, 12), answered(false, 12), answered(true, 900), answered(true, 49)])).toEqual(["too_fast", "too_fast"]);
});
