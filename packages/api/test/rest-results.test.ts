import { randomUUID } from "node:crypto";
import { noLogRows, writeLogRows } from "@quickfire/db/log";
import { buildChoice, buildQuiz } from "@quickfire/testing";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { contract } from "./support/contract";
import { present } from "./support/present";
import { joinAs } from "./support/quizzes";
import { useApi } from "./support/use-api";

const api = useApi();

/** A game of one question that ended, with what the worker would have written of it. */
async function endedGame(names: string[]) {
  const author = await api().person("author");
  const quiz = await author.rest.post<{ id: string }>("/quizzes", buildQuiz({ questions: [buildChoice({ text: "=SUM(1,2)" })] }));
  const opened = await author.rest.post<{ gameId: string; pin: string }>("/games", { quizId: quiz.body.id });
  const joins = [];
  for (const name of names) joins.push(await joinAs(api(), opened.body.pin, name));

  const { store } = api().services;
  const gameId = present(await store.find(opened.body.gameId)).facts.gameId;
  const question = present(present(await store.quiz(gameId)).questions[0]);
  const people = await store.participants(gameId);
  const at = Date.UTC(2026, 0, 5, 9);
  const optionId = question.type === "choice" ? present(question.options[0]).id : undefined;
  const rows = noLogRows();
  rows.rounds.push({ gameId, round: 1, questionId: question.id, openedAt: at, closedAt: at + 20_000, skipped: false });
  people.forEach(({ participantId, name, avatar }, index) => {
    rows.joined.push({ gameId, participantId, name, avatar, team: null, userId: null, bot: false, joinedAt: at });
    rows.standings.push({ gameId, participantId, rank: index + 1, score: index === 0 ? 900 : 0, totalTimeMs: index === 0 ? 4_000 : 0 });
    if (index > 0) return;
    rows.answers.push({ gameId, round: 1, participantId, questionId: question.id, answer: { option: optionId }, correct: true, points: 900, timeMs: 4_000, at: at + 4_000, actionId: "tap-1" });
  });
  rows.outcomes.push({ gameId, startedAt: at, endedAt: at + 30_000, interrupted: false });
  await writeLogRows(api().database.sql, rows);
  await author.rest.post(`/games/${gameId}/end`);
  return { author, gameId, joins };
}

describe("the report of a game", () => {
  it("says who took part, how each question went, and on demand each answer", async () => {
    const { author, gameId } = await endedGame(["Mai", "Zoë"]);
    const plain = contract.report.parse((await author.rest.get(`/games/${gameId}/report`)).body);
    expect(plain).toMatchObject({
      gameId, startedAt: "2026-01-05T09:00:00.000Z", endedAt: "2026-01-05T09:00:30.000Z",
      participants: [{ name: "Mai", score: 900, rank: 1, right: 1, answered: 1, totalTimeMs: 4_000 }, { name: "Zoë", score: 0, right: 0, answered: 0 }],
      questions: [{ round: 1, type: "choice", answered: 1, right: 1, medianTimeMs: 4_000 }],
    });
    expect(plain).not.toHaveProperty("answers");
    const full = contract.report.parse((await author.rest.get(`/games/${gameId}/report?include=answers`)).body);
    expect(full.answers).toMatchObject([{ right: true, points: 900, timeMs: 4_000, actionId: "tap-1" }]);
    expect((await author.rest.get(`/games/${gameId}/report?include=passwords`)).status).toBe(422);
  });

  it("as CSV has a row for each participant and question, with nothing that a spreadsheet would run", async () => {
    const { author, gameId, joins } = await endedGame(["=cmd(1)", "+Zoë"]);
    const csv = await author.rest.get<string>(`/games/${gameId}/report.csv`);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toBe(`attachment; filename="report-${gameId}.csv"`);
    const [header, first, second, end] = csv.text.split("\r\n");
    expect(header).toBe("participantId,name,round,questionId,question,answer,right,points,timeMs,at");
    expect([first, second].map((line) => line?.split(",")[0]).sort()).toEqual(joins.map(({ participantId }) => participantId).sort());
    expect(csv.text).toContain(",'=cmd(1),");
    expect(csv.text).toContain(",'+Zoë,");
    expect(csv.text).toContain(`"'=SUM(1,2)"`);
    expect(end).toBe("");
  });

  it("as XLSX is a workbook of the same rows, and neither file is for anyone but the host", async () => {
    const { author, gameId } = await endedGame(["=cmd(1)", "007"]);
    const file = await author.rest.get<string>(`/games/${gameId}/report.xlsx`);
    expect(file.headers.get("content-type")).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    expect(file.headers.get("content-disposition")).toBe(`attachment; filename="report-${gameId}.xlsx"`);
    const sheet = strFromU8(unzipSync(file.bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet.match(/<row>/g)).toHaveLength(3);
    for (const text of ["=cmd(1)", "007", "=SUM(1,2)"]) expect(sheet).toContain(`<t xml:space="preserve">${text}</t>`);
    expect(sheet).not.toMatch(/<f[ >]/);
    const stranger = await api().person("author");
    for (const format of ["csv", "xlsx"]) expect((await stranger.rest.get(`/games/${gameId}/report.${format}`)).status).toBe(404);
  });

  it("of a game that was only opened is empty, not missing", async () => {
    const author = await api().person("author");
    const quiz = await author.rest.post<{ id: string }>("/quizzes", buildQuiz());
    const { body } = await author.rest.post<{ gameId: string }>("/games", { quizId: quiz.body.id });
    expect(contract.report.parse((await author.rest.get(`/games/${body.gameId}/report`)).body)).toMatchObject({ participants: [], startedAt: null, verified: false });
  });
});

describe("a game that has left Redis", () => {
  it("is remembered as ended, with its report, and can't be moved any more", async () => {
    const { author, gameId } = await endedGame(["Mai"]);
    const { redis } = api();
    for (const key of await redis.keys(`*:game:${gameId}*`)) await redis.del(key);
    expect(contract.game.parse((await author.rest.get(`/games/${gameId}`)).body)).toMatchObject({ phase: "ended", participants: 1, rounds: 1 });
    expect((await author.rest.get(`/games/${gameId}/report`)).status).toBe(200);
    expect((await author.rest.post(`/games/${gameId}/next`)).body).toMatchObject({ status: 409, code: "ENDED" });
    expect((await (await api().person("author")).rest.get(`/games/${gameId}`)).status).toBe(404);
  });
});

describe("the commands of a host", () => {
  it("are refused where they do not apply, and where the game has moved since", async () => {
    const author = await api().person("author");
    const quiz = await author.rest.post<{ id: string }>("/quizzes", buildQuiz());
    const { body } = await author.rest.post<{ gameId: string }>("/games", { quizId: quiz.body.id, settings: { countdown: 30 } });
    const verb = (name: string, input?: unknown) => author.rest.post(`/games/${body.gameId}/${name}`, input);
    const seqOf = async () => (await author.rest.get<{ seq: number }>(`/games/${body.gameId}`)).body.seq;
    for (const name of ["pause", "resume", "reveal", "skip", "next"]) expect((await verb(name)).body, name).toMatchObject({ status: 409, code: "WRONG_PHASE" });
    const seq = await seqOf();
    expect((await verb("start", { expectedSeq: seq + 1 })).body).toMatchObject({ status: 409, code: "STALE" });
    expect((await verb("start", { expectedSeq: seq })).status).toBe(200);
    expect((await verb("start", { expectedSeq: seq })).body).toMatchObject({ status: 409, code: "STALE" });
    for (const [input, field] of [[{}, "seconds"], [{ seconds: 0 }, "seconds"], [{ seconds: 601 }, "seconds"], [{ seconds: 1.5 }, "seconds"], [{ seconds: 5, expectedSeq: -1 }, "expectedSeq"]] as const) {
      expect((await verb("extend", input)).body, JSON.stringify(input)).toMatchObject({ status: 422, issues: [{ path: [field] }] });
    }
    expect((await verb("pause", { seconds: 5 })).body).toMatchObject({ status: 422, issues: [{ path: ["seconds"] }] });
    const ended = await verb("end");
    expect(ended.body).toMatchObject({ phase: "ended" });
    expect((await verb("end")).body).toMatchObject({ status: 409, code: "ENDED" });
  });

  it("move a game once, however many come at the same time", async () => {
    const author = await api().person("author");
    const quiz = await author.rest.post<{ id: string }>("/quizzes", buildQuiz());
    const { body } = await author.rest.post<{ gameId: string }>("/games", { quizId: quiz.body.id });
    const tries = await Promise.all(Array.from({ length: 8 }, () => author.rest.post(`/games/${body.gameId}/start`, {})));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  });
});

describe("a game", () => {
  it("is not opened on a quiz that can't be played yet; what is missing is said", async () => {
    const author = await api().person("author");
    const { quizId } = await api().caller({ user: author }).quiz.create({ title: "Half done", description: "", language: "en", tags: [], questions: [] });
    const refused = await author.rest.post<{ issues: { path: string[] }[] }>("/games", { quizId });
    expect(refused.body).toMatchObject({ status: 422, code: "NOT_PLAYABLE" });
    expect(refused.body.issues[0]?.path).toEqual(["quiz", "questions"]);
  });

  it("takes the settings of the contract, fills in the rest, and refuses what it does not know", async () => {
    const author = await api().person("author");
    const quiz = await author.rest.post<{ id: string }>("/quizzes", buildQuiz());
    const open = (settings: unknown) => author.rest.post<{ gameId: string }>("/games", { quizId: quiz.body.id, settings });
    const { body } = await open({ speedWeight: 0, teams: 4, region: "eu" });
    expect(body.gameId).toMatch(/^eu-/);
    expect((await author.rest.get(`/games/${body.gameId}`)).body).toMatchObject({ settings: { speedWeight: 0, teams: 4, streak: true, leaderboard: "reveal", maxParticipants: 20_000 } });
    for (const [settings, field] of [[{ speed: 1 }, "speed"], [{ speedWeight: 101 }, "speedWeight"], [{ teams: 9 }, "teams"], [{ pace: "fast" }, "pace"], [{ region: "EU west" }, "region"]] as const) {
      expect((await open(settings)).body, field).toMatchObject({ status: 422, issues: [{ path: ["settings", field] }] });
    }
    expect((await author.rest.post("/games", { quizId: randomUUID() })).status).toBe(404);
  });

  it("runs on the quiz as it was, whatever its author changes or removes meanwhile", async () => {
    const author = await api().person("author");
    const quiz = await author.rest.post<Record<string, unknown> & { id: string }>("/quizzes", buildQuiz({ title: "Before" }));
    const { body } = await author.rest.post<{ gameId: string }>("/games", { quizId: quiz.body.id });
    await author.rest.put(`/quizzes/${quiz.body.id}`, { ...quiz.body, title: "After", questions: [buildChoice()] });
    await author.rest.delete(`/quizzes/${quiz.body.id}`);
    expect((await author.rest.get(`/games/${body.gameId}`)).body).toMatchObject({ title: "Before", rounds: 4 });
    expect((await author.rest.post(`/games/${body.gameId}/start`)).status).toBe(200);
  });

  it("stands in its host's list: the running first, with where they stand", async () => {
    const author = await api().person("author");
    const quiz = await author.rest.post<{ id: string }>("/quizzes", buildQuiz());
    const open = async () => (await author.rest.post<{ gameId: string }>("/games", { quizId: quiz.body.id })).body.gameId;
    const [first, second] = [await open(), await open()];
    await author.rest.post(`/games/${second}/start`);
    const { items } = await api().caller({ user: author }).game.list({ limit: 10 });
    expect(items.map(({ gameId, status, phase }) => [gameId, status, phase])).toEqual([[second, "running", "countdown"], [first, "running", "lobby"]]);
    expect(JSON.stringify(items)).not.toContain("hostUserId");
  });
});

describe("a board", () => {
  it("is read in pages", async () => {
    const author = await api().person("author");
    const quiz = await author.rest.post<{ id: string }>("/quizzes", buildQuiz());
    const { body } = await author.rest.post<{ gameId: string; pin: string }>("/games", { quizId: quiz.body.id });
    for (let index = 0; index < 5; index += 1) await joinAs(api(), body.pin, `Player ${index}`);
    const read: string[] = [];
    let cursor: string | null = null;
    do {
      const page = contract.page(contract.standing).parse((await author.rest.get(`/games/${body.gameId}/leaderboard?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`)).body);
      read.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(read.sort()).toEqual([0, 1, 2, 3, 4].map((index) => `Player ${index}`));
  });
});
