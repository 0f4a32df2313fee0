import { randomUUID } from "node:crypto";
import { quizIdSchema, userIdSchema } from "@quickfire/engine";
import { beforeAll, expect, it } from "vitest";
import { useRedis } from "../../test/game-fixture";
import { assembleLibrary, loadLibrary } from "../functions/library";
import { createScoreEvents, type CommittedScore } from "./score-events";

const redis = useRedis();
beforeAll(() => loadLibrary(redis(), assembleLibrary()));

const userId = userIdSchema.parse(randomUUID());
const change = (overrides: Partial<CommittedScore> = {}): CommittedScore => ({
  changeId: randomUUID(), userId, quizId: quizIdSchema.parse(randomUUID()), delta: 100, newTotal: 1_100, at: "2026-11-21T17:00:00.000Z", ...overrides,
});

async function eventsIn(stream: string) {
  const entries = await redis().xrange(stream, "-", "+");
  return entries
    .map(([, fields]) => Object.fromEntries(Array.from({ length: fields.length / 2 }, (_, place) => [fields[place * 2], fields[place * 2 + 1]])))
    .map(({ payload, ...event }) => ({ ...event, payload: JSON.parse(String(payload)) }))
    .filter((event) => event.payload.userId === userId);
}

it("tells of each change once, in the documented form, however often it is told of it", async () => {
  const events = createScoreEvents({ redis: redis() });
  const [played, corrected] = [change(), change({ quizId: null, delta: -50, newTotal: 1_050 })];
  await events.tell([played]);
  await Promise.all([events.tell([corrected, played]), events.tell([played])]);

  const { quizId, at: timestamp } = played;
  const completed = await eventsIn("quiz.events");
  expect(completed).toEqual([{ eventId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/), eventType: "QUIZ_COMPLETED", payload: { userId, quizId, scoreDelta: 100, timestamp } }]);
  const updated = await eventsIn("score.events");
  expect(updated).toEqual([
    { eventId: played.changeId, eventType: "SCORE_UPDATED", payload: { userId, newTotalScore: 1_100, timestamp } },
    { eventId: corrected.changeId, eventType: "SCORE_UPDATED", payload: { userId, newTotalScore: 1_050, timestamp } },
  ]);
});
