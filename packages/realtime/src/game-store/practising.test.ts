import { mostBots, planBotAnswer, questionOf, type GameId, type GameSettingsInput } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { command, createTestGame, join, openNextQuestion, origin, standingsOf, useClockedStore } from "../../test/game-fixture";
import { logOf } from "../../test/traces";

const clocked = useClockedStore();

async function rehearsal(count: number, settings: GameSettingsInput = {}) {
  const game = await createTestGame(clocked().store, settings);
  const added = await clocked().store.addBots({ gameId: game.gameId, count, origin });
  if (!added.ok) throw new Error(added.error);
  return { ...game, ...added.value };
}

const botsOf = async (gameId: GameId) => (await clocked().store.participants(gameId)).filter(({ bot }) => bot);

async function openedAt(gameId: GameId): Promise<number> {
  const position = (await clocked().store.state(gameId))?.position;
  if (position?.phase !== "question") throw new Error(`no question is open: ${position?.phase}`);
  return position.startsAt;
}

describe("bots to rehearse with", () => {
  it("come in the lobby, marked, also through a locked door, need no sign of life, and are no swarm", async () => {
    const { store, clock } = clocked();
    const { gameId, bots } = await rehearsal(60);
    expect(bots).toBe(60);
    await command(store, gameId, "lock");
    expect(await store.addBots({ gameId, count: 5, origin })).toEqual({ ok: true, value: { bots: 65 } });
    await clock.advance(3_600_000);
    const people = await store.participants(gameId);
    expect(people).toHaveLength(65);
    for (const person of people) expect(person).toMatchObject({ bot: true, present: true, name: expect.stringMatching(/^Bot /) });
    expect(await store.overview(gameId)).toMatchObject({ participants: 65, bots: 65, present: 65 });
    expect((await store.arrivals(gameId))?.arrivals).toEqual([]);
  });

  it("are never more than a hundred, and take nobody's place", async () => {
    const { store } = clocked();
    const { gameId, bots } = await rehearsal(mostBots - 1, { maxParticipants: 1 });
    expect(bots).toBe(mostBots - 1);
    expect(await store.addBots({ gameId, count: 20, origin })).toEqual({ ok: true, value: { bots: mostBots } });
    expect(await store.addBots({ gameId, count: 1, origin })).toEqual({ ok: false, error: "FULL" });
    await join(store, gameId, "Ann");
    await expect(join(store, gameId, "Ben")).rejects.toThrow("FULL");
  });

  it("are gone at once, and with them the rehearsal; once the game has begun none comes or goes that way", async () => {
    const { store } = clocked();
    const { gameId } = await rehearsal(5);
    const ann = await join(store, gameId, "Ann");
    expect(await store.removeBots({ gameId, origin })).toEqual({ ok: true, value: null });
    expect((await store.participants(gameId)).map(({ participantId }) => participantId)).toEqual([ann]);
    expect(await store.overview(gameId)).toMatchObject({ participants: 1, bots: 0 });
    await store.addBots({ gameId, count: 2, origin });
    await command(store, gameId, "start");
    expect(await store.addBots({ gameId, count: 1, origin })).toEqual({ ok: false, error: "WRONG_PHASE" });
    expect(await store.removeBots({ gameId, origin })).toEqual({ ok: false, error: "WRONG_PHASE" });
  });

  it("are dealt into teams like anybody", async () => {
    const { gameId } = await rehearsal(8, { teams: 4 });
    expect((await clocked().store.teams(gameId))?.sizes).toEqual([2, 2, 2, 2]);
  });

  it("answer when their time has come, once, whichever nodes look; and the question closes when the last one has", async () => {
    const { store, clock, otherNode, redis } = clocked();
    const { gameId, quiz } = await rehearsal(20);
    const nodes = [store, await otherNode()];
    await openNextQuestion(clocked(), gameId);
    const question = questionOf(quiz, 1);
    const plans = (await botsOf(gameId)).flatMap(({ participantId }) => planBotAnswer({ participantId, question, language: "en" }) ?? []).toSorted((one, other) => one.afterMs - other.afterMs);

    for (const [number, afterMs] of [...new Set(plans.map((plan) => plan.afterMs))].entries()) {
      if (number === 10) {
        await command(store, gameId, "pause");
        await clock.advance(60_000);
        await Promise.all(nodes.map((node) => node.advance(gameId)));
        await command(store, gameId, "resume");
      }
      const startsAt = await openedAt(gameId);
      await clock.set(startsAt + afterMs - 1);
      await Promise.all(nodes.map((node) => node.advance(gameId)));
      expect((await store.overview(gameId))?.answered).toBe(plans.filter((plan) => plan.afterMs < afterMs).length);
      await clock.advance(1);
      await Promise.all(nodes.map((node) => node.advance(gameId)));
    }
    await store.advance(gameId);
    expect((await store.state(gameId))?.position.phase).toBe("reveal");
    const given = (await logOf(redis, gameId)).filter(({ type }) => type === "ANSWER_SUBMITTED" || type === "ANSWER_REJECTED");
    expect(given.map(({ type }) => type)).toEqual(plans.map(() => "ANSWER_SUBMITTED"));
    expect(given.map((event) => event.type === "ANSWER_SUBMITTED" && event.timeMs)).toEqual(plans.map(({ afterMs }) => afterMs));
  });

  it("are looked for often enough while a question is open, though nobody else is there to wake the game", async () => {
    const { store, clock } = clocked();
    const { gameId } = await rehearsal(3);
    await openNextQuestion(clocked(), gameId);
    for (let looks = 0; (await store.state(gameId))?.position.phase === "question" && looks < 10; looks += 1) {
      await clock.advance(2_000);
      expect((await store.due()).advance).toContain(gameId);
      await store.advance(gameId);
      await store.advance(gameId);
    }
    expect((await store.state(gameId))?.position.phase).toBe("reveal");
    const standings = await standingsOf(store, gameId, (await botsOf(gameId)).map(({ participantId }) => participantId));
    expect([...standings.values()].every(({ correct }) => correct !== undefined)).toBe(true);
  });
});
