import { randomUUID } from "node:crypto";
import { participantIdSchema, userIdSchema } from "@quickfire/engine";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { connectRedis, type RedisClient } from "../connect-redis";
import { createBlockedPeople } from "./create-blocked-people";

let redis: RedisClient;
beforeAll(async () => void (redis = await connectRedis(inject("redisUrl"))));
afterAll(() => redis.disconnect());

const newUser = () => userIdSchema.parse(randomUUID());
const newParticipant = () => participantIdSchema.parse(randomUUID());
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

it("keeps an account out until its end, or for good, and nobody else", async () => {
  const blocked = createBlockedPeople(redis);
  const [ann, ben, participantId] = [newUser(), newUser(), newParticipant()];
  const until = inMs(60_000);
  await blocked.bar({ userId: ann }, until);
  expect(await blocked.find({ userId: ann })).toEqual({ until });
  expect(await blocked.find({ userId: ann, participantId })).toEqual({ until });
  expect(await blocked.find({ userId: ben, participantId })).toBeNull();
  await blocked.bar({ participantId }, null);
  expect(await blocked.find({ userId: ann, participantId })).toEqual({ until: null });
  await blocked.forgive({ userId: ann });
  expect(await blocked.find({ userId: ann })).toBeNull();
});

it("forgets a block by itself when it is over, and never takes up one that is", async () => {
  const blocked = createBlockedPeople(redis);
  const [ann, ben] = [newUser(), newUser()];
  await blocked.bar({ userId: ann }, inMs(30));
  await blocked.bar({ userId: ben }, inMs(-1));
  expect(await blocked.find({ userId: ben })).toBeNull();
  await expect.poll(() => blocked.find({ userId: ann })).toBeNull();
});

it("knows nothing of nobody, without asking", async () => {
  expect(await createBlockedPeople(redis).find({ userId: null })).toBeNull();
});
