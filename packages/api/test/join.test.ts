import { gameIdSchema } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { openGame } from "./support/quizzes";
import { useApi } from "./support/use-api";

const api = useApi();

describe("the page for joining", () => {
  it("learns of a game what one needs to join it, and nothing of its questions", async () => {
    const { gameId, pin } = await openGame(await api().person("author"), { teams: 3, names: "given" });
    const found = await api().caller().join.lookup({ pin });
    expect(found).toEqual({ gameId, title: "Words for today", phase: "lobby", locked: false, names: "given", teams: 3, teamChoice: "pick", teamSizes: [0, 0, 0], joinPattern: false });
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

describe("a swarm of bots", () => {
  it("is shown to the host with names and reasons, and removed at one click, without those who were in before or come after", async () => {
    const author = await api().person("author");
    const { gameId: id, pin } = await openGame(author);
    const gameId = gameIdSchema.parse(id);
    const host = api().caller({ user: author }).game;
    const join = (participantName: string) => api().caller().join.join({ pin, participantName });
    await join("Mai");
    await join("7A 12");
    expect(await host.swarm({ gameId })).toMatchObject({ total: 0, staying: 2, people: [] });
    await Promise.all(Array.from({ length: 20 }, (_, number) => join(`kahoot-${number}`)));
    const seen = await host.swarm({ gameId });
    expect(seen).toMatchObject({ total: 20, staying: 2, counts: { flood: 0, pattern: 20, silent: 0 }, flood: null });
    expect(seen.people.every(({ name, reason }) => name.startsWith("kahoot-") && reason === "pattern")).toBe(true);
    await join("kahoot-99");
    expect(await host.purgeSwarm({ gameId, asOf: Math.min(seen.asOf, Math.max(...seen.people.map(({ joinedAt }) => joinedAt))) })).toEqual({ removed: 20, left: 0 });
    expect((await host.participants({ gameId })).map(({ name }) => name).sort()).toEqual(["7A 12", "Mai", "kahoot-99"]);
    await expect(join("Kahoot 3")).rejects.toMatchObject({ failure: { code: "NAME_TAKEN" } });
    await expect(api().caller({ user: await api().person("author") }).game.purgeSwarm({ gameId, asOf: seen.asOf })).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
  });
});

describe("a game with a pattern on its screen", () => {
  const strict = useApi({ wrongPatterns: 3 });
  const open = async (of = api()) => {
    const author = await of.person("author");
    const { gameId: id, pin } = await openGame(author, { joinPattern: true });
    const gameId = gameIdSchema.parse(id);
    const shown = async () => (await of.caller({ user: author }).game.joinPattern({ gameId })).patterns;
    return { gameId, pin, author, shown };
  };
  /** None of those that are good now or in a moment. */
  const otherThan = (patterns: readonly { pattern: string }[]) => ["AAAA", "BBBB", "CCCC", "DDDD"].filter((one) => patterns.every(({ pattern }) => pattern !== one));

  it("says so, and lets in who taps what is shown; the next ones are told to the screen alone", async () => {
    const { pin, author, gameId, shown } = await open();
    expect(await api().caller().join.lookup({ pin })).toMatchObject({ joinPattern: true });
    const patterns = await shown();
    expect(patterns).toHaveLength(3);
    expect(Date.parse(patterns[0]?.endsAt ?? "")).toBe(Date.parse(patterns[1]?.startsAt ?? ""));
    expect((await api().caller().join.join({ pin, participantName: "Mai", pattern: patterns[0]?.pattern })).name).toBe("Mai");
    expect(await api().rest().post(`/quizzes/${pin}/join`, { participantName: "Zoë", pattern: (await shown())[0]?.pattern.toLowerCase() })).toMatchObject({ status: 201 });
    await expect(api().caller({ user: await api().person("author") }).game.joinPattern({ gameId })).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
    expect((await api().caller({ user: author }).game.participants({ gameId })).map(({ name }) => name)).toEqual(["Mai", "Zoë"]);
  });

  it("refuses who taps nothing, something else, or no pattern at all, each with its reason, and lets nobody in by it", async () => {
    const { pin, author, gameId, shown } = await open();
    const [wrong] = otherThan(await shown());
    const join = (body: unknown) => api().rest().post(`/quizzes/${pin}/join`, body);
    expect(await join({ participantName: "Mai" })).toMatchObject({ status: 409, body: { code: "PATTERN_NEEDED" } });
    expect(await join({ participantName: "Mai", pattern: wrong })).toMatchObject({ status: 409, body: { code: "PATTERN_WRONG" } });
    expect(await join({ participantName: "Mai", pattern: "ABBA!" })).toMatchObject({ status: 422, body: { code: "INVALID" } });
    expect(await api().caller({ user: author }).game.participants({ gameId })).toEqual([]);
  });

  it("makes a guesser wait, also for the right one, and nobody elsewhere", async () => {
    const { pin, shown } = await open(strict());
    const wrong = otherThan(await shown())[0];
    const join = async (participantName: string, pattern: string | undefined, ip: string) => strict().caller({ ip }).join.join({ pin, participantName, pattern });
    for (let guess = 0; guess < 4; guess += 1) await expect(join("Mai", wrong, "203.0.113.7")).rejects.toMatchObject({ failure: { code: "PATTERN_WRONG" } });
    await expect(join("Mai", (await shown())[0]?.pattern, "203.0.113.7")).rejects.toMatchObject({ failure: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) } });
    expect((await join("Zoë", (await shown())[0]?.pattern, "203.0.113.8")).name).toBe("Zoë");
  });

  it("is the exception: elsewhere a pattern is a mistake", async () => {
    const { pin } = await openGame(await api().person("author"));
    await expect(api().caller().join.join({ pin, participantName: "Mai", pattern: "ABCD" })).rejects.toMatchObject({ failure: { code: "INVALID", issues: [{ path: ["pattern"] }] } });
  });
});

describe("teams", () => {
  it("are dealt evenly to those who did not choose", async () => {
    const author = await api().person("author");
    const { gameId, pin } = await openGame(author, { teams: 3 });
    for (let index = 0; index < 2; index += 1) await api().caller().join.join({ pin, participantName: `Chooser ${index}`, team: 3 });
    await Promise.all(Array.from({ length: 10 }, (_, index) => api().caller().join.join({ pin, participantName: `Dealt ${index}` })));
    const participants = await api().caller({ user: author }).game.participants({ gameId: gameIdSchema.parse(gameId) });
    const sizes = [1, 2, 3].map((team) => participants.filter((participant) => participant.team === team).length);
    expect(sizes).toEqual([4, 4, 4]);
  });

  it("are picked as long as they stay even: a team that is ahead by more than one takes nobody", async () => {
    const { pin } = await openGame(await api().person("author"), { teams: 2 });
    const joinTeam = (name: string, team: number) => api().caller().join.join({ pin, participantName: name, team });
    await joinTeam("Ann", 1);
    await joinTeam("Ben", 1);
    await expect(joinTeam("Cat", 1)).rejects.toMatchObject({ failure: { code: "TEAM_FULL" } });
    await joinTeam("Cat", 2);
    await joinTeam("Dan", 1);
    expect((await api().caller().join.lookup({ pin })).teamSizes).toEqual([3, 1]);
  });

  it("are dealt to everybody where the host wants it so", async () => {
    const { pin } = await openGame(await api().person("author"), { teams: 2, teamChoice: "dealt" });
    await expect(api().caller().join.join({ pin, participantName: "Mai", team: 1 })).rejects.toMatchObject({ failure: { code: "INVALID", issues: [{ path: ["team"] }] } });
    await api().caller().join.join({ pin, participantName: "Mai" });
    expect((await api().caller().join.lookup({ pin })).teamSizes).toEqual([1, 0]);
  });

  it("are changed by the host in the lobby, and not once the game runs", async () => {
    const author = await api().person("author");
    const { gameId: id, pin } = await openGame(author, { teams: 2 });
    const gameId = gameIdSchema.parse(id);
    const { participantId } = await api().caller().join.join({ pin, participantName: "Mai" });
    const host = api().caller({ user: author }).game;
    await host.changeTeam({ gameId, participantId, team: 2 });
    expect((await host.participants({ gameId }))[0]).toMatchObject({ participantId, team: 2, fromRound: 1 });
    await expect(host.changeTeam({ gameId, participantId, team: 3 })).rejects.toMatchObject({ failure: { code: "INVALID" } });
    await host.command({ gameId, command: "start" });
    await expect(host.changeTeam({ gameId, participantId, team: 1 })).rejects.toMatchObject({ failure: { code: "WRONG_PHASE" } });
  });

  it("that the game does not have are refused", async () => {
    const { pin } = await openGame(await api().person("author"), { teams: 2 });
    await expect(api().caller().join.join({ pin, participantName: "Mai", team: 3 })).rejects.toMatchObject({ failure: { code: "INVALID", issues: [{ path: ["team"], message: "This game has teams 1 to 2." }] } });
  });
});
