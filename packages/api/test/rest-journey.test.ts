import { createBoardStore } from "@quickfire/realtime";
import { buildQuiz } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { restEndpoints } from "../src/rest";
import { seenToSucceed } from "./support/check-documented";
import { contract } from "./support/contract";
import { present } from "./support/present";
import { password, useApi } from "./support/use-api";

const api = useApi();
async function* nobody() {}

describe("a class by REST alone", () => {
  it("signs in, writes a quiz, opens a game, plays it and reads what came of it, each reply as the contract has it", async () => {
    const { email } = await api().person("author");
    const anyone = api().rest();

    const pair = contract.tokenPair.parse((await anyone.post("/auth/token", { email, password })).body);
    const renewed = contract.tokenPair.parse((await anyone.post("/auth/refresh", { refreshToken: pair.refreshToken })).body);
    const author = api().rest(renewed.accessToken);

    const created = await author.post("/quizzes", buildQuiz({ title: "Ngày mai" }));
    const quiz = contract.quiz.parse(created.body);
    expect(created.headers.get("location")).toBe(`/api/v1/quizzes/${quiz.id}`);
    expect(contract.quiz.parse((await author.get(`/quizzes/${quiz.id}`)).body)).toEqual(quiz);
    const changed = contract.quiz.parse((await author.put(`/quizzes/${quiz.id}`, { ...quiz, title: "Today" })).body);
    expect(changed).toEqual({ ...quiz, title: "Today" });
    const list = contract.page(contract.quizSummary).parse((await author.get("/quizzes?limit=5")).body);
    expect(list.items.map(({ id }) => id)).toEqual([quiz.id]);
    const exported = await author.get(`/quizzes/${quiz.id}/export?format=json`);
    expect(contract.quiz.parse(exported.body)).toEqual(changed);
    expect(exported.headers.get("content-disposition")).toContain("attachment");

    const game = contract.newGame.parse((await author.post("/games", { quizId: quiz.id, settings: { countdown: 0, closeWhenAllAnswered: false } })).body);
    expect(game.joinUrl).toContain(game.pin);
    const mai = contract.joined.parse((await anyone.post(`/quizzes/${game.pin}/join`, { participantName: "Mai" })).body);
    expect(mai.quizId).toBe(game.pin);
    expect(mai.wsUrl).toBe("ws://localhost:8090/ws");
    const zoe = contract.joined.parse((await anyone.post(`/quizzes/${game.gameId}/join`, { participantName: "Zoë" })).body);
    expect(zoe.quizId).toBe(game.gameId);
    const rename = (participantId: string, participantName?: string) => author.patch<{ name?: string; code?: string }>(`/games/${game.gameId}/participants/${participantId}`, { participantName });
    expect((await rename(mai.participantId, "zoë")).body).toMatchObject({ code: "NAME_TAKEN" });
    expect((await rename(mai.participantId, "x")).body).toMatchObject({ code: "INVALID" });
    expect((await rename(mai.participantId)).body.name?.length).toBeGreaterThan(1);
    expect((await rename(mai.participantId, "Mai An")).body).toEqual({ name: "Mai An" });
    expect((await author.delete(`/games/${game.gameId}/participants/${zoe.participantId}`)).status).toBe(204);
    expect((await rename(zoe.participantId, "Zoe")).status).toBe(404);

    expect(contract.game.parse((await author.get(`/games/${game.gameId}`)).body)).toMatchObject({ phase: "lobby", participants: 1, rounds: 4, locked: false });
    const move = async (verb: string, body?: unknown) => contract.moved.parse((await author.post(`/games/${game.gameId}/${verb}`, body)).body);
    expect((await move("lock")).phase).toBe("lobby");
    await move("unlock");
    expect((await move("start")).phase).toBe("countdown");
    await move("pause");
    await move("resume");
    // The countdown has no length, so the clock of the game opens the question as soon as it is asked.
    await expect.poll(() => openQuestion(game.gameId)).toBe("question");
    const { seq } = await move("extend", { seconds: 5 });
    expect((await move("reveal", { expectedSeq: seq })).phase).toBe("reveal");
    expect((await move("next")).phase).toBe("standings");
    expect((await move("back")).phase).toBe("reveal");
    expect((await move("void")).phase).toBe("reveal");
    expect((await author.post(`/games/${game.gameId}/void`)).body).toMatchObject({ code: "WRONG_PHASE" });
    await move("next");
    expect((await move("next")).phase).toBe("countdown");
    await move("skip");

    const board = contract.page(contract.standing).parse((await api().rest(mai.token).get(`/games/${game.gameId}/leaderboard?around=me`)).body);
    expect(board.items).toEqual([{ participantId: mai.participantId, name: "Mai An", score: 0, rank: 1 }]);
    expect((await author.get(`/games/${game.gameId}/leaderboard?limit=1`)).body).toMatchObject({ total: 1 });
    expect((await move("end")).phase).toBe("ended");

    expect(contract.report.parse((await author.get(`/games/${game.gameId}/report?include=answers`)).body)).toMatchObject({ gameId: game.gameId, title: "Today" });
    const csv = await author.get<string>(`/games/${game.gameId}/report.csv`);
    expect(csv.text.split("\r\n")[0]).toBe("participantId,name,round,questionId,question,answer,right,points,timeMs,at");
    expect((await author.get(`/games/${game.gameId}/report.xlsx`)).headers.get("content-type")).toContain("spreadsheetml");

    const [question] = changed.questions;
    const action = { quizId: quiz.id, actionId: "an-action", answers: [{ questionId: question?.id, selectedOption: "large" }], timestamp: new Date().toISOString() };
    expect(contract.action.parse((await author.post("/actions", action)).body)).toMatchObject({ success: true, scoreDelta: 1_000, newTotalScore: 1_000 });

    expect((await author.get("/leaderboard?scope=weekly&period=2020-10")).body).toEqual([]);
    await createBoardStore({ redis: api().redis }).rebuild({ scope: "country", country: "QZ" }, nobody());
    expect((await author.get("/leaderboard/stream?scope=country&country=QZ")).headers.get("content-type")).toContain("text/event-stream");

    expect((await author.delete(`/quizzes/${quiz.id}`)).status).toBe(204);
    expect((await author.get(`/quizzes/${quiz.id}`)).status).toBe(404);
    expect((await anyone.post("/auth/revoke", { refreshToken: renewed.refreshToken })).status).toBe(204);
    expect((await anyone.post("/auth/refresh", { refreshToken: renewed.refreshToken })).status).toBe(401);

    expect([...seenToSucceed].sort()).toEqual(restEndpoints.map(({ operationId }) => operationId).sort());
  });
});

/** What the clock of ws-server does in the product: moves the game when its time has come. */
async function openQuestion(gameId: string) {
  const { store } = api().services;
  const id = present(await store.find(gameId)).facts.gameId;
  await store.advance(id);
  return (await store.state(id))?.position.phase;
}
