import { questionOf, snapshotSchema } from "@quickfire/engine";
import { expect, it } from "vitest";
import { answerTo, command, createTestGame, join, newGameId, newParticipantId, openNextQuestion, useClockedStore } from "../../test/game-fixture";
import { eventsOf } from "../../test/traces";

const clocked = useClockedStore();

it("shows the lobby", async () => {
  const { store, clock, redis } = clocked();
  const { gameId, quiz } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  await store.publishLeaderboard(gameId);
  const found = await store.snapshot({ gameId, participantId: ann, node: "a" });
  expect(snapshotSchema.parse(found?.snapshot)).toMatchObject({
    phase: "lobby", paused: false, round: 0, rounds: 3, seq: 0, node: "a", title: quiz.title, participants: 1,
    you: { participantId: ann, name: "Ann", avatar: 1, score: 0, rank: 1, streak: 0, answered: false },
    serverTime: new Date(clock.now()).toISOString(),
  });
  const events = await eventsOf(redis, gameId);
  expect(found?.id).toBe(`${(await store.state(gameId))?.epoch}.${events.length}`);
});

it("shows the open question with one's own answer, and nothing that could tell", async () => {
  const { store, clock } = clocked();
  const { gameId, quiz } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  const ben = await join(store, gameId, "Ben");
  await openNextQuestion(clocked(), gameId);
  const opened = clock.now();
  await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
  const found = await store.snapshot({ gameId, participantId: ann, node: "a" });
  const question = questionOf(quiz, 1);
  expect(found?.snapshot).toMatchObject({
    phase: "question", round: 1, endTime: new Date(opened + 20_000).toISOString(),
    question: { questionId: question.id, startTime: new Date(opened).toISOString(), endTime: new Date(opened + 20_000).toISOString() },
    you: { answered: true, answer: { option: question.type === "choice" ? question.options[0]?.id : "" }, score: 0, streak: 0 },
  });
  expect(JSON.stringify(found)).not.toContain("correct");
  expect((await store.snapshot({ gameId, participantId: ben, node: "a" }))?.snapshot.you).toMatchObject({ answered: false });
});

it("shows a paused question with the time that is left", async () => {
  const { store, clock } = clocked();
  const { gameId } = await createTestGame(store);
  await openNextQuestion(clocked(), gameId);
  await clock.advance(5_000);
  await command(store, gameId, "pause");
  await clock.advance(60_000);
  const found = await store.snapshot({ gameId, node: "a" });
  expect(found?.snapshot).toMatchObject({ paused: true, endTime: new Date(clock.now() + 15_000).toISOString() });
  expect(found?.snapshot.you).toBeUndefined();
});

it("shows the reveal with the tally and one's own result", async () => {
  const { store, clock } = clocked();
  const { gameId, quiz } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  const ben = await join(store, gameId, "Ben");
  await openNextQuestion(clocked(), gameId);
  await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
  await command(store, gameId, "reveal");
  for (const phase of ["reveal", "standings"]) {
    const { snapshot } = (await store.snapshot({ gameId, participantId: ann, node: "a" })) ?? {};
    expect(snapshot).toMatchObject({
      phase, closed: { questionId: questionOf(quiz, 1).id, tally: { answered: 1, right: 1 } },
      you: { score: 1_000, rank: 1, streak: 1, last: { correct: true, points: 1_000 } },
      leaderboard: [{ participantId: ann, score: 1_000, rank: 1 }, { participantId: ben, score: 0, rank: 2 }],
    });
    expect((await store.snapshot({ gameId, participantId: ben, node: "a" }))?.snapshot.you?.last).toEqual({ correct: false, points: 0 });
    if (phase === "reveal") await command(store, gameId, "next");
  }
});

it("shows the end", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  await command(store, gameId, "end");
  expect((await store.snapshot({ gameId, participantId: ann, node: "a" }))?.snapshot).toMatchObject({
    phase: "ended", interrupted: true, leaderboard: [{ participantId: ann, rank: 1 }],
  });
});

it("is whole, however fast the game goes on meanwhile", async () => {
  const { store } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  await command(store, gameId, "start");
  const moving = (async () => {
    for (let round = 0; round < 3; round += 1) await command(store, gameId, "skip");
  })();
  for (let n = 0; n < 20; n += 1) {
    const { snapshot } = (await store.snapshot({ gameId, participantId: ann, node: "a" })) ?? {};
    expect(snapshot?.seq).toBe(snapshot?.phase === "podium" ? 4 : snapshot?.round);
  }
  await moving;
});

it("is none of a game that is not there, nor for somebody who is not in it", async () => {
  const { store } = clocked();
  expect(await store.snapshot({ gameId: newGameId(), node: "a" })).toBeNull();
  const { gameId } = await createTestGame(store);
  expect(await store.snapshot({ gameId, participantId: newParticipantId(), node: "a" })).toBeNull();
});
