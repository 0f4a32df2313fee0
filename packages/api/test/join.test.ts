import { gameIdSchema } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { openGame } from "./support/quizzes";
import { useApi } from "./support/use-api";

const api = useApi();

describe("the page for joining", () => {
  it("learns of a game what one needs to join it, and nothing of its questions", async () => {
    const { gameId, pin } = await openGame(await api().person("author"), { teams: 3, names: "given" });
    const found = await api().caller().join.lookup({ pin });
    expect(found).toEqual({ gameId, title: "Words for today", phase: "lobby", locked: false, names: "given", teams: 3 });
    await expect(api().caller().join.lookup({ pin: "no game" })).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
  });

  it("is offered friendly names", async () => {
    const { pin } = await openGame(await api().person("author"));
    const { name } = await api().caller().join.suggestName({ pin });
    expect(name).toMatch(/^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u);
    expect((await api().caller().join.join({ pin, participantName: name })).name).toBe(name);
  });
});

describe("a game that hands out the names", () => {
  it("lets nobody choose one, and gives everybody another", async () => {
    const { pin } = await openGame(await api().person("author"), { names: "given" });
    const joins = await Promise.all(Array.from({ length: 40 }, () => api().caller().join.join({ pin, participantName: "The Best" })));
    const names = joins.map(({ name }) => name);
    expect(new Set(names).size).toBe(40);
    expect(names).not.toContain("The Best");
  });

  it("draws again while a name is taken", async () => {
    const { pin } = await openGame(await api().person("author"), { names: "given" });
    const { services } = api();
    const chance = services.randomInt;
    try {
      // Always the first word, until a number is drawn: the first three names are one and the same.
      services.randomInt = (limit) => (limit === 990 ? chance(limit) : 0);
      const first = await api().caller().join.join({ pin });
      const second = await api().caller().join.join({ pin });
      expect(second.name).toMatch(new RegExp(`^${first.name} \\d+$`));
    } finally {
      services.randomInt = chance;
    }
  });
});

describe("teams", () => {
  it("are dealt evenly to those who did not choose", async () => {
    const author = await api().person("author");
    const { gameId, pin } = await openGame(author, { teams: 3 });
    for (let index = 0; index < 4; index += 1) await api().caller().join.join({ pin, participantName: `Chooser ${index}`, team: 3 });
    for (let index = 0; index < 8; index += 1) await api().caller().join.join({ pin, participantName: `Dealt ${index}` });
    const participants = await api().caller({ user: author }).game.participants({ gameId: gameIdSchema.parse(gameId) });
    const sizes = [1, 2, 3].map((team) => participants.filter((participant) => participant.team === team).length);
    expect(sizes).toEqual([4, 4, 4]);
  });

  it("that the game does not have are refused", async () => {
    const { pin } = await openGame(await api().person("author"), { teams: 2 });
    await expect(api().caller().join.join({ pin, participantName: "Mai", team: 3 })).rejects.toMatchObject({ failure: { code: "INVALID", issues: [{ path: ["team"], message: "This game has teams 1 to 2." }] } });
  });
});
