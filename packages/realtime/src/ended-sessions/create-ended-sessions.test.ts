import { randomUUID } from "node:crypto";
import { sessionIdSchema } from "@quickfire/engine";
import { expect, it } from "vitest";
import { useRedis } from "../../test/game-fixture";
import { createEndedSessions } from "./create-ended-sessions";

const redis = useRedis();
const newSession = () => sessionIdSchema.parse(randomUUID());

it("knows which sessions have ended, however often it is told, and forgets them when nothing of theirs can be open any more", async () => {
  // Long ago: what other tests have noted stays.
  let now = 1_000;
  const ended = createEndedSessions({ redis: redis(), now: () => now });
  const [one, other, open] = [newSession(), newSession(), newSession()];
  await ended.note([]);
  expect(await ended.among([])).toEqual(new Set());
  await Promise.all([ended.note([one]), ended.note([one, other])]);
  expect(await ended.among([open, other, one])).toEqual(new Set([one, other]));
  now += 9 * 24 * 60 * 60_000;
  await ended.note([open]);
  expect(await ended.among([open, other, one])).toEqual(new Set([open]));
});
