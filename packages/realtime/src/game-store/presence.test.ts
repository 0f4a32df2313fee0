import type { ParticipantId } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { answerTo, command, createTestGame, join, newGameId, newParticipantId, openNextQuestion, origin, useClockedStore } from "../../test/game-fixture";
import { eventsOf } from "../../test/traces";

const clocked = useClockedStore();

describe("presence", () => {
  it("lasts thirty seconds from each sign of life", async () => {
    const { store, clock } = clocked();
    const { gameId } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    await join(store, gameId, "Ben");
    await clock.advance(20_000);
    await store.stillConnected(gameId, [ann, newParticipantId()]);
    await clock.advance(20_000);
    expect((await store.participants(gameId)).filter(({ present }) => present).map(({ name }) => name)).toEqual(["Ann"]);
    expect(await store.overview(gameId)).toMatchObject({ participants: 2, present: 1 });
  });

  it("ends with the newest connection, not with one that it has replaced", async () => {
    const { store } = clocked();
    const { gameId } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    await store.connected({ gameId, participantId: ann, connectionId: "old" });
    await store.connected({ gameId, participantId: ann, connectionId: "new" });
    await store.disconnected({ gameId, participantId: ann, connectionId: "old" });
    expect(await store.overview(gameId)).toMatchObject({ present: 1 });
    await store.disconnected({ gameId, participantId: ann, connectionId: "new" });
    expect(await store.overview(gameId)).toMatchObject({ participants: 1, present: 0 });
  });

  it("is nobody's who is not in the game, or of a game that is not there", async () => {
    const { store } = clocked();
    const { gameId } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    await store.remove(gameId, ann, origin);
    await store.connected({ gameId, participantId: ann, connectionId: "one" });
    await store.stillConnected(gameId, [ann]);
    expect(await store.overview(gameId)).toMatchObject({ present: 0 });
    await store.connected({ gameId: newGameId(), participantId: ann, connectionId: "one" });
    await store.stillConnected(newGameId(), [ann]);
    await store.disconnected({ gameId: newGameId(), participantId: ann, connectionId: "one" });
  });
});

describe("the automatic start", () => {
  const connect = (gameId: Awaited<ReturnType<typeof createTestGame>>["gameId"], participantId: ParticipantId) =>
    clocked().store.connected({ gameId, participantId, connectionId: participantId });

  it("comes five seconds after more than two are in", async () => {
    const { store, clock, redis } = clocked();
    const { gameId } = await createTestGame(store, { start: "auto" });
    await join(store, gameId, "Ann");
    await join(store, gameId, "Ben");
    expect((await store.state(gameId))?.position).toEqual({ phase: "lobby", startsAt: null });
    await join(store, gameId, "Cat");
    expect((await store.state(gameId))?.position).toEqual({ phase: "lobby", startsAt: clock.now() + 5_000 });
    await store.publishLeaderboard(gameId);
    expect((await eventsOf(redis, gameId)).at(-1)).toMatchObject({
      type: "lobby_changed", payload: { participants: 3, startsAt: new Date(clock.now() + 5_000).toISOString() },
    });
    await clock.advance(4_999);
    expect(await store.advance(gameId)).toBe("not-due");
    await clock.advance(1);
    expect((await store.due()).advance).toContain(gameId);
    expect(await store.advance(gameId)).toBe("advanced");
    expect((await store.state(gameId))?.position.phase).toBe("countdown");
  });

  it("is called off when they leave, and begins all over again when they are back", async () => {
    const { store, clock, redis } = clocked();
    const { gameId } = await createTestGame(store, { start: "auto" });
    const people = await Promise.all(["Ann", "Ben", "Cat"].map((name) => join(store, gameId, name)));
    const [ann] = people;
    if (!ann) throw new Error("Ann has joined");
    await connect(gameId, ann);
    await clock.advance(3_000);
    await store.disconnected({ gameId, participantId: ann, connectionId: ann });
    expect(await store.state(gameId)).toMatchObject({ position: { startsAt: null }, seq: 0 });
    await store.publishLeaderboard(gameId);
    const { payload } = (await eventsOf(redis, gameId)).at(-1) ?? {};
    expect(payload).toMatchObject({ left: [ann] });
    expect(payload).not.toHaveProperty("startsAt");
    await clock.advance(2_500);
    expect(await store.advance(gameId)).toBe("not-due");
    await connect(gameId, ann);
    expect((await store.state(gameId))?.position).toEqual({ phase: "lobby", startsAt: clock.now() + 5_000 });
  });

  it("is called off where too few of them still show a sign of life", async () => {
    const { store, clock } = clocked();
    const { gameId } = await createTestGame(store, { start: "auto" });
    const [ann, ben] = await Promise.all(["Ann", "Ben"].map((name) => join(store, gameId, name)));
    await clock.advance(29_000);
    if (ann && ben) await store.stillConnected(gameId, [ann, ben]);
    await join(store, gameId, "Cat");
    await clock.advance(4_000);
    const cat = (await store.participants(gameId)).find(({ name }) => name === "Cat");
    if (cat) await store.remove(gameId, cat.participantId, origin);
    await clock.advance(1_000);
    expect(await store.advance(gameId)).toBe("not-due");
    expect((await store.state(gameId))?.position).toEqual({ phase: "lobby", startsAt: null });
  });

  it("does not come for those whose node died without a word", async () => {
    const { store, clock } = clocked();
    const { gameId } = await createTestGame(store, { start: "auto" });
    await join(store, gameId, "Ann");
    await clock.advance(28_000);
    await join(store, gameId, "Ben");
    await join(store, gameId, "Cat");
    await clock.advance(5_000);
    expect(await store.advance(gameId)).toBe("not-due");
    expect((await store.state(gameId))?.position).toEqual({ phase: "lobby", startsAt: null });
  });

  it("leaves the host's command to lock the lobby undisturbed", async () => {
    const { store, clock } = clocked();
    const { gameId } = await createTestGame(store, { start: "auto" });
    await Promise.all(["Ann", "Ben", "Cat"].map((name) => join(store, gameId, name)));
    await command(store, gameId, "lock");
    expect(await store.state(gameId)).toMatchObject({ locked: true, position: { startsAt: clock.now() + 5_000 } });
  });
});

describe("a question that everyone present has answered", () => {
  async function threeInAQuestion(settings: Parameters<typeof createTestGame>[1] = {}) {
    const { store, clock } = clocked();
    const { gameId, quiz } = await createTestGame(store, settings);
    const people = await Promise.all(["Ann", "Ben", "Cat"].map((name) => join(store, gameId, name)));
    for (const participantId of people) await store.connected({ gameId, participantId, connectionId: participantId });
    await openNextQuestion(clocked(), gameId);
    const [ann, ben, cat] = people;
    if (!ann || !ben || !cat) throw new Error("three have joined");
    const answer = (...from: ParticipantId[]) =>
      store.submitAnswers(gameId, from.map((participantId) => answerTo(quiz, 1, 0, { participantId, receivedAt: clock.now() })));
    const leave = (participantId: ParticipantId) => store.disconnected({ gameId, participantId, connectionId: participantId });
    const phase = async () => (await store.state(gameId))?.position.phase;
    return { gameId, ann, ben, cat, answer, leave, phase };
  }

  it("closes at once", async () => {
    const { store } = clocked();
    const { gameId, ann, ben, cat, answer, phase } = await threeInAQuestion();
    await answer(ann, ben);
    expect(await store.advance(gameId)).toBe("not-due");
    await answer(cat);
    expect((await store.due()).advance).toContain(gameId);
    expect(await store.advance(gameId)).toBe("advanced");
    expect(await phase()).toBe("reveal");
  });

  it("stays open where the game does not want that", async () => {
    const { store } = clocked();
    const { gameId, ann, ben, cat, answer } = await threeInAQuestion({ closeWhenAllAnswered: false });
    await answer(ann, ben, cat);
    expect(await store.advance(gameId)).toBe("not-due");
  });

  it("waits for a late comer", async () => {
    const { store } = clocked();
    const { gameId, ann, ben, cat, answer } = await threeInAQuestion();
    await answer(ann, ben, cat);
    const late = await join(store, gameId, "Dan");
    expect(await store.advance(gameId)).toBe("not-due");
    await answer(late);
    expect(await store.advance(gameId)).toBe("advanced");
  });

  it("waits a while for somebody whose connection dropped, and then no longer", async () => {
    const { store, clock } = clocked();
    const { gameId, ann, ben, cat, answer, leave } = await threeInAQuestion();
    await leave(cat);
    await answer(ann, ben);
    expect(await store.advance(gameId)).toBe("not-due");
    await clock.advance(5_001);
    expect((await store.due()).advance).toContain(gameId);
    expect(await store.advance(gameId)).toBe("not-due");
    expect((await store.due()).advance).toContain(gameId);
    expect(await store.advance(gameId)).toBe("advanced");
  });

  it("waits on for somebody who came back", async () => {
    const { store, clock } = clocked();
    const { gameId, ann, ben, cat, answer, leave } = await threeInAQuestion();
    await leave(cat);
    await answer(ann, ben);
    await clock.advance(2_000);
    await store.connected({ gameId, participantId: cat, connectionId: "again" });
    await clock.advance(4_000);
    expect(await store.advance(gameId)).toBe("not-due");
    expect((await store.due()).advance).not.toContain(gameId);
    await answer(cat);
    expect(await store.advance(gameId)).toBe("advanced");
  });

  it("does not wait for somebody whom the host has removed", async () => {
    const { store } = clocked();
    const { gameId, ann, ben, cat, answer } = await threeInAQuestion();
    await answer(ann, ben);
    await store.remove(gameId, cat, origin);
    expect(await store.advance(gameId)).toBe("advanced");
  });

  it("does not close while the game is paused, but once it goes on", async () => {
    const { store } = clocked();
    const { gameId, ann, ben, cat, answer } = await threeInAQuestion();
    await answer(ann, ben);
    await command(store, gameId, "pause");
    await store.remove(gameId, cat, origin);
    expect(await store.advance(gameId)).toBe("not-due");
    await command(store, gameId, "resume");
    expect(await store.advance(gameId)).toBe("advanced");
  });

  it("does not close over a reconnection of those who have answered", async () => {
    const { store, clock } = clocked();
    const { gameId, ann, ben, answer, leave } = await threeInAQuestion();
    await answer(ann, ben);
    await leave(ann);
    await clock.advance(1_000);
    await store.connected({ gameId, participantId: ann, connectionId: "again" });
    expect(await store.advance(gameId)).toBe("not-due");
    expect(await store.overview(gameId)).toMatchObject({ answered: 2, present: 3 });
  });
});
