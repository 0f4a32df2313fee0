import { randomUUID } from "node:crypto";
import { buildQuiz } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { restEndpoints } from "../src/rest";
import { call, outcome, procedureNames } from "./support/call-procedure";
import { present } from "./support/present";
import { joinAs, openGame, type OpenGame } from "./support/quizzes";
import { type Person, useApi } from "./support/use-api";

const api = useApi();

/** These want more of a thing than its owner has made of it here; that they work is shown elsewhere. */
const notForNothing = ["assignment.createFromGame", "action.submit", "boards.among", "game.changeTeam"];

/** A valid call of everything that belongs to somebody: what it may not do is all that keeps it back. */
type Owned = OpenGame & { assignmentId: string };
const ownedCalls = ({ quizId, gameId, assignmentId }: Owned, participantId: string): Record<string, unknown> => ({
  "quiz.byId": { quizId },
  "quiz.save": { quizId, quiz: buildQuiz({ title: "Taken over" }) },
  "quiz.duplicate": { quizId },
  "quiz.remove": { quizId },
  "quiz.restore": { quizId },
  "quiz.setPublic": { quizId, isPublic: false },
  "assignment.create": { quizId },
  "assignment.createFromGame": { gameId },
  "assignment.results": { assignmentId },
  "assignment.setDeadline": { assignmentId, deadline: new Date(0).toISOString() },
  "assignment.remove": { assignmentId },
  "assignment.restore": { assignmentId },
  "action.submit": { quizId, actionId: randomUUID(), answers: [{ questionId: randomUUID(), selectedOption: 0 }], timestamp: 0 },
  "game.create": { quizId },
  "game.overview": { gameId },
  "game.command": { gameId, command: "end" },
  "game.participants": { gameId },
  "game.renameParticipant": { gameId, participantId },
  "game.joinPattern": { gameId },
  "game.swarm": { gameId },
  "game.purgeSwarm": { gameId, asOf: 0 },
  "game.giveTime": { gameId, participantId, percent: 150 },
  "game.addBots": { gameId, count: 3 },
  "game.removeBots": { gameId },
  "game.removeParticipant": { gameId, participantId },
  "game.changeTeam": { gameId, participantId, team: 1 },
  "game.earlierRounds": { gameId },
  "game.showResult": { gameId, round: null },
  "game.report": { gameId },
  "game.verify": { gameId },
  "boards.among": { gameId },
  "game.race": { gameId },
  "quiz.results": { quizId },
  "coHost.list": { gameId },
  "coHost.invite": { gameId },
  "live.token": { gameId, as: "host" },
  "live.state": { gameId },
});

/** Everything that is for anyone, or for whoever it is called by. */
const unowned = [
  "account.askForPassword", "account.askForProof", "account.changePassword", "account.me", "account.proveAddress", "account.register", "account.saveProfile", "account.setPassword",
  "boards.around", "boards.bests", "boards.streamToken", "boards.top", "league.choose", "league.mine",
  "apiKey.create", "apiKey.list", "apiKey.revoke", "coHost.accept", "game.lastSettings", "game.list", "game.running", "join.join", "join.lookup", "join.suggestName", "live.heartbeat", "quiz.create", "quiz.list", "ownData.erase", "ownData.export", "session.list", "session.revoke",
  "assignment.list", "attempt.facts", "attempt.come", "attempt.takeUp", "attempt.begin", "attempt.look", "attempt.open", "attempt.answer",
  "learner.assignments", "learner.history", "learner.progress", "learner.mistakes", "learner.practice", "learner.practise",
];
const forParticipants = ["live.answer", "live.leaderboard"];
/** Calls that are valid only where somebody was invited before: co-hosts.test.ts has them. */
const forCoHosts = ["coHost.remove"];
const adminCalls = (): Record<string, unknown> => {
  const [userId, blockId, decision] = [randomUUID(), randomUUID(), { flagId: randomUUID(), revision: 1 }];
  return {
    "retention.settings": undefined,
    "user.list": {},
    "user.setRoles": { userId, roles: ["admin"], seen: [] },
    "user.setDisabled": { userId, disabled: true },
    "game.runningEverywhere": undefined,
    "audit.search": {},
    "audit.batch": { filter: {}, after: null },
    "review.list": { status: "open" },
    "review.byId": { flagId: decision.flagId },
    "review.confirm": decision,
    "review.clear": decision,
    "review.block": { ...decision, minutes: 60 },
    "review.lift": { blockId },
    "review.takeBack": decision,
  };
};

async function playedGame(): Promise<{ owner: Person; game: Owned; participantId: string; token: string }> {
  const owner = await api().person("author");
  const opened = await openGame(owner);
  const { assignmentId } = await api().caller({ user: owner }).assignment.create({ quizId: opened.quizId });
  const game = { ...opened, assignmentId };
  return { owner, game, ...(await joinAs(api(), opened.pin, "Mai")) };
}

describe("the procedures of the pages", () => {
  it("are all sorted into these lists, so that a new one can't be forgotten here", async () => {
    const { game, participantId } = await playedGame();
    expect([...Object.keys(ownedCalls(game, participantId)), ...unowned, ...forParticipants, ...forCoHosts, ...Object.keys(adminCalls())].sort()).toEqual(procedureNames.toSorted());
  });

  it("show and change another's things no more than things that are not there", async () => {
    const { owner, game, participantId } = await playedGame();
    const missing: Owned = { quizId: randomUUID(), gameId: randomUUID(), pin: "000000", assignmentId: randomUUID() };
    const before = await owner.rest.get(`/quizzes/${game.quizId}`);
    for (const role of ["author", "admin"] as const) {
      const stranger = api().context({ user: await api().person(role) });
      for (const [path, input] of Object.entries(ownedCalls(game, participantId))) {
        expect(await outcome(call(stranger, path, input)), `${path} of another as ${role}`).toBe("NOT_FOUND");
        expect(await outcome(call(stranger, path, ownedCalls(missing, participantId)[path])), `${path} of nothing`).toBe("NOT_FOUND");
      }
    }
    expect((await owner.rest.get(`/quizzes/${game.quizId}`)).body).toEqual(before.body);
    expect((await owner.rest.get(`/games/${game.gameId}`)).body).toMatchObject({ phase: "lobby", participants: 1 });
  });

  it("let the owner do each of these things", async () => {
    const { owner, game, participantId } = await playedGame();
    const context = api().context({ user: owner });
    const { "game.command": last, "live.token": early, ...others } = ownedCalls(game, participantId);
    for (const [path, input] of [["live.token", early] as const, ...Object.entries(others), ["game.command", last] as const]) {
      if (path === "game.create" || notForNothing.includes(path)) continue;
      expect(await outcome(call(context, path, input)), path).toBe("done");
    }
    expect(await outcome(call(context, "game.create", { quizId: game.quizId }))).toBe("done");
  });

  it("refuse everything of hosts and authors to a participant, whatever token comes along", async () => {
    const { game, participantId, token } = await playedGame();
    const participant = present(await api().services.tokens.participant.read(token));
    const context = api().context({ participant });
    for (const [path, input] of Object.entries({ ...ownedCalls(game, participantId), "quiz.list": {}, "quiz.create": buildQuiz(), "game.list": {}, "account.me": undefined })) {
      const withToken = path === "live.token" ? { ...(input as object), participantToken: token } : input;
      // What a participant may see of the game is the participant's own: that is no more than a player's page shows.
      if (path === "live.state") continue;
      expect(await outcome(call(context, path, withToken)), path).toBe("UNAUTHORIZED");
    }
    expect(JSON.stringify(await call(context, "live.state", { gameId: game.gameId }))).not.toContain("correct");
  });

  it("refuse everything of authors to a learner", async () => {
    const { game, participantId } = await playedGame();
    const context = api().context({ user: await api().person("learner") });
    for (const [path, input] of Object.entries({ ...ownedCalls(game, participantId), "quiz.list": {}, "quiz.create": buildQuiz(), "game.list": {} })) {
      expect(["FORBIDDEN", "NOT_FOUND"], path).toContain(await outcome(call(context, path, input)));
    }
  });

  it("refuse everything of admins to everybody else", async () => {
    for (const [path, input] of Object.entries(adminCalls())) {
      expect(await outcome(call(api().context({ user: await api().person("author", "learner") }), path, input)), path).toBe("FORBIDDEN");
      expect(await outcome(call(api().context(), path, input)), path).toBe("UNAUTHORIZED");
    }
  });

  it("refuse everything that is somebody's to nobody", async () => {
    const { game, participantId } = await playedGame();
    for (const [path, input] of Object.entries({ ...ownedCalls(game, participantId), "live.leaderboard": {}, "live.answer": { questionId: randomUUID(), selectedOption: 0 }, "account.me": undefined })) {
      expect(await outcome(call(api().context(), path, input)), path).toBe("UNAUTHORIZED");
    }
  });

  it("refuse fields that are not a caller's to set", async () => {
    const { owner, game, participantId } = await playedGame();
    const context = api().context({ user: owner });
    for (const [path, input] of Object.entries({ ...ownedCalls(game, participantId), "quiz.list": {}, "quiz.create": buildQuiz(), "game.list": {} })) {
      for (const field of ["ownerId", "hostUserId", "userId", "role", "publishedAt", "__proto__x"]) {
        expect(await outcome(call(context, path, { ...(input as object), [field]: randomUUID() })), `${path} with ${field}`).toBe("INVALID");
      }
    }
  });
});

describe("REST", () => {
  it("answers alike for what is another's and for what is not there", async () => {
    const { game, participantId } = await playedGame();
    const stranger = await api().person("author");
    const bodies: Record<string, unknown> = { replaceQuiz: buildQuiz(), extendGame: { seconds: 5 }, createGame: { quizId: game.quizId } };
    const owned = restEndpoints.filter(({ auth, path, operationId }) => (auth === "user" || auth === "member") && (path.includes("{") || operationId === "createGame"));
    for (const { method, path, operationId } of owned) {
      const at = (quizId: string, gameId: string) => path.replace("{quizId}", quizId).replace("{gameId}", gameId).replace("{participantId}", participantId);
      const body = bodies[operationId] ?? (method === "POST" ? {} : undefined);
      const foreign = await stranger.rest.sendJson(method, at(game.quizId, game.gameId), body);
      const missing = await stranger.rest.sendJson(method, at(randomUUID(), randomUUID()), operationId === "createGame" ? { quizId: randomUUID() } : body);
      expect(foreign.status, operationId).toBe(404);
      expect(foreign.body, operationId).toEqual(missing.body);
    }
  });

  it("shows a participant the board of the own game alone", async () => {
    const { token, game } = await playedGame();
    const other = await playedGame();
    expect((await api().rest(token).get(`/games/${game.gameId}/leaderboard?around=me`)).status).toBe(200);
    expect((await api().rest(token).get(`/games/${other.game.gameId}/leaderboard`)).status).toBe(404);
    expect((await other.owner.rest.get(`/games/${other.game.gameId}/leaderboard?around=me`)).body).toMatchObject({ status: 422, issues: [{ path: ["around"] }] });
  });
});
