import { randomUUID } from "node:crypto";
import { nicknameSkeleton, participantIdSchema, type GameId } from "@quickfire/engine";
import { expect, it } from "vitest";
import { command, createTestGame, join, newGameId, newParticipantId, openNextQuestion, origin, useClockedStore } from "../../test/game-fixture";
import { eventsOf, logOf } from "../../test/traces";
import type { JoinRequest } from "../game-store.types";

const clocked = useClockedStore();

const request = (gameId: GameId, name: string, more: Partial<JoinRequest> = {}): JoinRequest => ({
  gameId, participantId: newParticipantId(), name, skeleton: nicknameSkeleton(name), avatar: 7, origin, ...more,
});

it("lets a participant in, and remembers who that is", async () => {
  const { store, clock } = clocked();
  const { gameId } = await createTestGame(store, { teams: 2 });
  const asked = request(gameId, "Ann", { team: 2 });
  const joined = await store.join(asked);
  const participant = { participantId: asked.participantId, name: "Ann", avatar: 7, team: 2, fromRound: 1, joinedAt: clock.now(), removed: false };
  expect(joined).toEqual({ ok: true, value: { participant, repeated: false } });
  expect(await store.participant(gameId, asked.participantId)).toEqual(participant);
  expect(await store.participants(gameId)).toEqual([{ ...participant, present: true, answered: false }]);
});

it("logs a join with its address and browser", async () => {
  const { store, redis } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  expect(await logOf(redis, gameId)).toMatchObject([{ type: "GAME_CREATED", logNumber: 1 }, { type: "PARTICIPANT_JOINED", participantId: ann, name: "Ann", origin, logNumber: 2, index: 0 }]);
});

it("refuses a join to a game that is not there", async () => {
  expect(await clocked().store.join(request(newGameId(), "Ann"))).toEqual({ ok: false, error: "NOT_FOUND" });
});

it("refuses a join to a game that is over", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  await command(store, gameId, "end");
  expect(await store.join(request(gameId, "Ann"))).toEqual({ ok: false, error: "ENDED" });
});

it("refuses a join to a locked game, and lets in again once it is unlocked", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  await command(store, gameId, "lock");
  expect(await store.join(request(gameId, "Ann"))).toEqual({ ok: false, error: "LOCKED" });
  await command(store, gameId, "unlock");
  expect((await store.join(request(gameId, "Ann"))).ok).toBe(true);
});

it("refuses who would be one too many, until somebody has gone", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store, { maxParticipants: 2 });
  const ann = await join(store, gameId, "Ann");
  await join(store, gameId, "Ben");
  expect(await store.join(request(gameId, "Cat"))).toEqual({ ok: false, error: "FULL" });
  await store.remove(gameId, ann, origin);
  expect((await store.join(request(gameId, "Cat"))).ok).toBe(true);
});

it("refuses a name that looks like one that is taken, also one of somebody removed", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  expect(await store.join(request(gameId, " aNN "))).toEqual({ ok: false, error: "NAME_TAKEN" });
  await store.remove(gameId, ann, origin);
  expect(await store.join(request(gameId, "ann"))).toEqual({ ok: false, error: "NAME_TAKEN" });
});

it("gives a repeated key the first join again, whatever happened since", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  const idempotency = { key: randomUUID(), bodyHash: "hash of the body" };
  const first = await store.join(request(gameId, "Ann", { idempotency }));
  await command(store, gameId, "lock");
  const again = await store.join(request(gameId, "Ann", { idempotency }));
  expect(again).toEqual(first.ok && { ok: true, value: { participant: first.value.participant, repeated: true } });
  expect(await store.participants(gameId)).toHaveLength(1);
});

it("refuses a key that came with another body", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  const key = randomUUID();
  await store.join(request(gameId, "Ann", { idempotency: { key, bodyHash: "one" } }));
  expect(await store.join(request(gameId, "Ben", { idempotency: { key, bodyHash: "two" } }))).toEqual({ ok: false, error: "KEY_REUSED" });
});

it("takes the same participant id again for a retry", async () => {
  const { store, redis } = clocked();
  const { gameId } = await createTestGame(store);
  const asked = request(gameId, "Ann");
  await store.join(asked);
  expect(await store.join(asked)).toMatchObject({ ok: true, value: { repeated: true } });
  expect((await logOf(redis, gameId)).map(({ type }) => type)).toEqual(["GAME_CREATED", "PARTICIPANT_JOINED"]);
});

it("lets only one of two have a name, whichever node they come through", async () => {
  const { store, otherNode } = clocked();
  const { gameId } = await createTestGame(store);
  const other = await otherNode();
  const tries = await Promise.all([store.join(request(gameId, "Ann")), other.join(request(gameId, "Ann"))]);
  expect(tries.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

it("lets a late comer into an open question, with nothing on both boards", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  await join(store, gameId, "Ann");
  await openNextQuestion(clocked(), gameId);
  const late = await join(store, gameId, "Ben");
  expect(await store.standing(gameId, late)).toEqual({ streak: 0, score: 0, rank: 1 });
});

it("locks the lobby when joins have come too fast for five seconds", async () => {
  const { store, clock, redis } = clocked();
  const { gameId } = await createTestGame(store, { floodLock: 3 });
  for (let second = 0; second < 5; second += 1) {
    for (let n = 0; n < 3; n += 1) {
      expect((await store.state(gameId))?.locked).toBe(false);
      await join(store, gameId, `bot ${second} ${n}`);
    }
    await clock.advance(1_000);
  }
  expect(await store.join(request(gameId, "one more"))).toEqual({ ok: false, error: "LOCKED" });
  expect(await store.state(gameId)).toMatchObject({ locked: true, seq: 1 });
  expect(await eventsOf(redis, gameId)).toContainEqual({ type: "game_locked", payload: { locked: true, flood: true } });
  expect(await logOf(redis, gameId)).toContainEqual(expect.objectContaining({ type: "GAME_LOCKED", body: { locked: true }, origin: null }));
  const { flood, arrivals = [] } = (await store.arrivals(gameId)) ?? {};
  expect(await store.overview(gameId)).toMatchObject({ flood });
  expect(arrivals.filter(({ joinedAt }) => flood && joinedAt >= flood.from && joinedAt <= flood.until)).toHaveLength(15);
});

it("tells by their signs of life who came in and was never heard of", async () => {
  const { store, clock } = clocked();
  const { gameId } = await createTestGame(store);
  const silentOnes = async () => (await store.arrivals(gameId))?.arrivals.filter(({ silent }) => silent).map(({ name }) => name).sort();
  const [socket, polls] = [await join(store, gameId, "Socket"), await join(store, gameId, "Polls"), await join(store, gameId, "Bot")];
  expect(await store.arrivals(gameId)).toMatchObject({ flood: null, arrivals: expect.arrayContaining([{ participantId: socket, name: "Socket", joinedAt: clock.now(), silent: true, signedIn: false, removed: false }]) });
  await clock.advance(1_000);
  await store.connected({ gameId, participantId: socket, connectionId: "one" });
  await store.stillConnected(gameId, [polls]);
  expect(await silentOnes()).toEqual(["Bot"]);
  await clock.advance(60_000);
  expect(await silentOnes()).toEqual(["Bot"]);
});

it("removes many with a log entry each and no announcement, bars them, and takes them out of the counts", async () => {
  const { store, redis } = clocked();
  const { gameId } = await createTestGame(store);
  const mai = await join(store, gameId, "Mai");
  const bots = [];
  for (let number = 0; number < 120; number += 1) bots.push(await join(store, gameId, `bot ${number}`));
  expect(await store.removeAll(gameId, [...bots, newParticipantId()], origin)).toBe(120);
  expect(await store.removeAll(gameId, bots, origin)).toBe(0);
  expect((await store.participants(gameId)).map(({ participantId }) => participantId)).toEqual([mai]);
  expect(await store.overview(gameId)).toMatchObject({ participants: 1 });
  expect((await logOf(redis, gameId)).filter(({ type }) => type === "PARTICIPANT_REMOVED")).toHaveLength(120);
  expect((await eventsOf(redis, gameId)).filter(({ type }) => type === "participant_removed")).toHaveLength(0);
  expect(await store.join(request(gameId, "Bot 7"))).toEqual({ ok: false, error: "NAME_TAKEN" });
});

it("does not lock where one of the five seconds was quiet", async () => {
  const { store, clock } = clocked();
  const { gameId } = await createTestGame(store, { floodLock: 2 });
  for (let second = 0; second < 8; second += 1) {
    for (let n = 0; n < (second === 3 ? 1 : 2); n += 1) await join(store, gameId, `bot ${second} ${n}`);
    await clock.advance(1_000);
  }
  expect((await store.state(gameId))?.locked).toBe(false);
});

it("gives somebody another name, which all are told and the board shows, and frees the former one", async () => {
  const { store, redis, clock } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Rude");
  await join(store, gameId, "Ben");
  const rename = (name: string) => store.rename({ gameId, participantId: ann, name, origin });
  expect(await rename("BEN")).toEqual({ ok: false, error: "NAME_TAKEN" });
  expect(await rename("Ann")).toEqual({ ok: true, value: null });
  expect(await rename("Ann")).toEqual({ ok: true, value: null });
  expect(await eventsOf(redis, gameId)).toContainEqual({ type: "participant_renamed", payload: { participantId: ann, name: "Ann" } });
  expect((await logOf(redis, gameId)).filter(({ type }) => type === "PARTICIPANT_RENAMED")).toMatchObject([{ participantId: ann, name: "Ann", formerName: "Rude", origin }]);
  expect((await store.leaderboard({ gameId, limit: 10 }))?.items.map(({ name }) => name).sort()).toEqual(["Ann", "Ben"]);
  await join(store, gameId, "rude");
  expect(await store.rename({ gameId, participantId: participantIdSchema.parse(randomUUID()), name: "Cat", origin })).toEqual({ ok: false, error: "NOT_FOUND" });
  await clock.advance(1_000);
  await command(store, gameId, "end");
  expect(await rename("Eve")).toEqual({ ok: false, error: "ENDED" });
  expect((await logOf(redis, gameId)).filter(({ type }) => type === "FINAL_STANDING")).toContainEqual(expect.objectContaining({ participantId: ann, name: "Ann" }));
});

it("removes someone for good: off the board, barred, told to all", async () => {
  const { store, redis } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  await join(store, gameId, "Ben");
  expect(await store.remove(gameId, ann, origin)).toEqual({ ok: true, value: null });
  expect(await store.participant(gameId, ann)).toMatchObject({ removed: true, name: "Ann" });
  expect((await store.participants(gameId)).map(({ name }) => name)).toEqual(["Ben"]);
  expect((await store.leaderboard({ gameId, limit: 10 }))?.items.map(({ name }) => name)).toEqual(["Ben"]);
  expect(await store.standing(gameId, ann)).toBeNull();
  expect(await store.snapshot({ gameId, participantId: ann, node: "a" })).toBeNull();
  expect(await store.overview(gameId)).toMatchObject({ participants: 1, present: 1 });
  expect(await eventsOf(redis, gameId)).toContainEqual({ type: "participant_removed", payload: { participantId: ann } });
  expect((await logOf(redis, gameId)).at(-1)).toMatchObject({ type: "PARTICIPANT_REMOVED", participantId: ann, origin });
});

it("removes once, however often it is asked", async () => {
  const { store, redis } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  await store.remove(gameId, ann, origin);
  const entries = await logOf(redis, gameId);
  expect(await store.remove(gameId, ann, origin)).toEqual({ ok: true, value: null });
  expect(await logOf(redis, gameId)).toEqual(entries);
});

it("can't remove a stranger, nor anyone from a game that is not there or over", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  expect(await store.remove(gameId, participantIdSchema.parse(randomUUID()), origin)).toEqual({ ok: false, error: "NOT_FOUND" });
  expect(await store.remove(newGameId(), ann, origin)).toEqual({ ok: false, error: "NOT_FOUND" });
  await command(store, gameId, "end");
  expect(await store.remove(gameId, ann, origin)).toEqual({ ok: false, error: "ENDED" });
});

it("lets 200 in at once, as a hall of pupils comes, and does not take them for a flood", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  await Promise.all(Array.from({ length: 200 }, (_, number) => join(store, gameId, `Pupil ${number}`)));
  expect(await store.overview(gameId)).toMatchObject({ participants: 200, locked: false });
});
