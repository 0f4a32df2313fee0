import { nicknameSkeleton, type GameId, type ParticipantId } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { answerTo, command, createTestGame, join, newParticipantId, openNextQuestion, origin, useClockedStore } from "../../test/game-fixture";
import { eventsOf, logOf } from "../../test/traces";

const clocked = useClockedStore();

const joinTeam = (gameId: GameId, name: string, team: number) =>
  clocked().store.join({ gameId, participantId: newParticipantId(), name, skeleton: nicknameSkeleton(name), avatar: 1, team, origin });

async function letIn(gameId: GameId, name: string, team: number): Promise<ParticipantId> {
  const joined = await joinTeam(gameId, name, team);
  if (!joined.ok) throw new Error(joined.error);
  return joined.value.participant.participantId;
}

const answer = (game: Awaited<ReturnType<typeof createTestGame>>, round: number, participantId: ParticipantId, option = 0) =>
  clocked().store.submitAnswers(game.gameId, [answerTo(game.quiz, round, option, { participantId, receivedAt: clocked().clock.now() })]);

describe("who is in which team", () => {
  it("is dealt evenly, however many come at once and on whichever node", async () => {
    const { store, otherNode } = clocked();
    const { gameId } = await createTestGame(store, { teams: 4 });
    const nodes = [store, await otherNode()];
    await Promise.all(Array.from({ length: 41 }, (_, n) => join(nodes[n % 2] ?? store, gameId, `player ${n}`)));
    expect((await store.teams(gameId))?.sizes).toEqual([11, 10, 10, 10]);
  });

  it("is never picked into a team that is ahead by more than one, however many try at once", async () => {
    const { store } = clocked();
    const { gameId } = await createTestGame(store, { teams: 2 });
    const tries = await Promise.all(Array.from({ length: 6 }, (_, n) => joinTeam(gameId, `player ${n}`, 2)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(2);
    expect(tries.filter((tried) => !tried.ok && tried.error === "TEAM_FULL")).toHaveLength(4);
    expect((await store.teams(gameId))?.sizes).toEqual([0, 2]);
  });

  it("is told to all when the host moves somebody, and logged", async () => {
    const { store, redis } = clocked();
    const { gameId } = await createTestGame(store, { teams: 2 });
    const ann = await letIn(gameId, "Ann", 1);
    expect(await store.changeTeam({ gameId, participantId: ann, team: 2, origin })).toEqual({ ok: true, value: null });
    expect((await eventsOf(redis, gameId)).at(-1)).toEqual({ type: "team_changed", payload: { participantId: ann, team: 2, teamSizes: [0, 1] } });
    expect((await logOf(redis, gameId)).at(-1)).toMatchObject({ type: "TEAM_CHANGED", participantId: ann, team: 2, origin });
    expect((await store.participant(gameId, ann))?.team).toBe(2);
  });
});

describe("what a team is worth", () => {
  it("is the mean of those who were there: a late one takes nothing from it, and moves it from their first question on", async () => {
    const { store, redis } = clocked();
    const game = await createTestGame(store, { teams: 2, speedWeight: 0, streak: false });
    const { gameId } = game;
    const [ann, ben] = [await letIn(gameId, "Ann", 1), await letIn(gameId, "Ben", 2)];
    await openNextQuestion(clocked(), gameId);
    await answer(game, 1, ann);
    const cat = await letIn(gameId, "Cat", 1);
    await answer(game, 1, cat);
    expect((await store.teams(gameId))?.standings, "nothing is told before the reveal").toMatchObject([{ team: 1, score: 0 }, { team: 2, score: 0 }]);
    await answer(game, 1, ben, 1);
    const first = [{ team: 1, score: 1_000, rank: 1, members: 2 }, { team: 2, score: 0, rank: 2, members: 1 }];
    expect((await store.teams(gameId))?.standings).toEqual([{ team: 1, score: 0, rank: 1, members: 2 }, { team: 2, score: 0, rank: 1, members: 1 }]);
    await command(store, gameId, "reveal");
    expect((await eventsOf(redis, gameId)).at(-1)).toMatchObject({ type: "leaderboard_changed", payload: { teams: first } });
    expect((await store.snapshot({ gameId, participantId: cat, node: "a" }))?.snapshot).toMatchObject({ teams: first, teamSizes: [2, 1], you: { team: 1, score: 1_000 } });

    await command(store, gameId, "next");
    await openNextQuestion(clocked(), gameId);
    await answer(game, 2, ben);
    await answer(game, 2, cat);
    await command(store, gameId, "reveal");
    expect((await store.teams(gameId))?.standings).toMatchObject([{ team: 1, score: 1_500 }, { team: 2, score: 1_000 }]);
  });

  it("goes without those who are removed, and without a question that is left out", async () => {
    const { store } = clocked();
    const game = await createTestGame(store, { teams: 2, speedWeight: 0, streak: false, feedback: "instant" });
    const { gameId } = game;
    const [ann, ben, cat] = [await letIn(gameId, "Ann", 1), await letIn(gameId, "Ben", 2), await letIn(gameId, "Cat", 1)];
    await openNextQuestion(clocked(), gameId);
    await answer(game, 1, ann);
    await answer(game, 1, ben);
    await answer(game, 1, cat, 1);
    await command(store, gameId, "reveal");
    expect((await store.teams(gameId))?.standings).toMatchObject([{ team: 2, score: 1_000 }, { team: 1, score: 500 }]);
    await command(store, gameId, "next");
    await openNextQuestion(clocked(), gameId);
    await answer(game, 2, cat);
    expect((await store.teams(gameId))?.standings).toMatchObject([{ score: 1_000 }, { score: 1_000 }]);
    await command(store, gameId, "skip");
    expect((await store.teams(gameId))?.standings).toMatchObject([{ team: 2, score: 1_000 }, { team: 1, score: 500 }]);
    await store.remove(gameId, cat, origin);
    expect(await store.teams(gameId)).toEqual({ standings: [{ team: 1, score: 1_000, rank: 1, members: 1 }, { team: 2, score: 1_000, rank: 1, members: 1 }], sizes: [1, 1] });
  });
});
