import { buildChoice, buildQuiz } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { useApi } from "./support/use-api";

const api = useApi();

type QuizBody = { id: string; title: string; questions: { id: string; text: string; options?: { id: string; text: string }[] }[] };

describe("quizzes by REST", () => {
  it("keep the ids of their questions and options through edits", async () => {
    const { rest } = await api().person("author");
    const { body: created } = await rest.post<QuizBody>("/quizzes", buildQuiz());
    const [first, ...others] = created.questions;
    const { body: edited } = await rest.put<QuizBody>(`/quizzes/${created.id}`, { ...created, questions: [...others, { ...first, text: "Another text" }, buildChoice({ text: "New" })] });
    expect(edited.questions.map(({ id }) => id).slice(0, 4)).toEqual([...others.map(({ id }) => id), first?.id]);
    expect(edited.questions[3]).toMatchObject({ text: "Another text", options: first?.options });
    expect(new Set(edited.questions.map(({ id }) => id)).size).toBe(5);
  });

  it("refuse the id of another quiz in the body", async () => {
    const { rest } = await api().person("author");
    const one = (await rest.post<QuizBody>("/quizzes", buildQuiz())).body;
    const other = (await rest.post<QuizBody>("/quizzes", buildQuiz())).body;
    expect((await rest.put(`/quizzes/${one.id}`, other)).body).toMatchObject({ status: 422, issues: [{ path: ["id"] }] });
    expect((await rest.post("/quizzes", { ...buildQuiz(), id: one.id })).body).toMatchObject({ status: 422, issues: [{ path: ["id"] }] });
  });

  it("are listed in pages, the last changed first, and found by words", async () => {
    const { rest } = await api().person("author");
    const ids: string[] = [];
    for (const title of ["One bird", "Two birds", "Three cats"]) ids.unshift((await rest.post<QuizBody>("/quizzes", buildQuiz({ title }))).body.id);
    type Page = { items: { id: string; title: string; questionCount: number; problemCount: number }[]; nextCursor: string | null };
    const first = (await rest.get<Page>("/quizzes?limit=2")).body;
    const second = (await rest.get<Page>(`/quizzes?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    expect(first.items[0]).toMatchObject({ title: "Three cats", questionCount: 4, problemCount: 0 });
    expect((await rest.get<Page>("/quizzes?search=bird")).body.items.map(({ title }) => title)).toEqual(["Two birds", "One bird"]);
    for (const search of ["%25", "_", "'%3B--", "%5C"]) expect((await rest.get<Page>(`/quizzes?search=${search}`)).body.items, search).toEqual([]);
    expect((await rest.get("/quizzes?search=%00")).status).toBe(422);
  });

  it("of the largest size that the limits allow are taken, and one question more is refused", async () => {
    const { rest } = await api().person("author");
    const long = "ẫ".repeat(500);
    const question = buildChoice({ text: long, options: Array.from({ length: 8 }, (_, index) => ({ text: `${index}${long.slice(1)}`, correct: index === 0 })), explanation: "x".repeat(1_000) });
    const largest = buildQuiz({ questions: Array.from({ length: 130 }, () => question) });
    expect((await rest.post("/quizzes", largest)).status).toBe(201);
    const tooMany = buildQuiz({ questions: Array.from({ length: 201 }, () => buildChoice()) });
    expect((await rest.post("/quizzes", tooMany)).body).toMatchObject({ status: 422, issues: [{ path: ["questions"] }] });
  });

  it("can hold text of any script, and nothing that could end a string early", async () => {
    const { rest } = await api().person("author");
    const title = "“Ngày mai” — 明日 🦊 <script>'\"&{{}}";
    const { body } = await rest.post<QuizBody>("/quizzes", buildQuiz({ title }));
    expect((await rest.get<QuizBody>(`/quizzes/${body.id}`)).body.title).toBe(title);
    expect((await rest.post("/quizzes", buildQuiz({ title: "a\u0000b" }))).status).toBe(422);
  });
});

describe("the editor's saves", () => {
  it("say what still keeps the quiz from being played, and which revision it is now", async () => {
    const author = await api().person("author");
    const caller = api().caller({ user: author });
    const { quizId, revision, quiz, problems } = await caller.quiz.create({ title: "", description: "", language: "en", tags: [], questions: [] });
    expect(problems.map(({ path }) => path[0])).toEqual(["title", "questions"]);
    const saved = await caller.quiz.save({ quizId, revision, quiz: { ...quiz, title: "Named" } });
    expect(saved).toMatchObject({ revision: revision + 1, savedAt: expect.any(String), problems: [{ path: ["questions"] }] });
    await expect(caller.quiz.save({ quizId, revision, quiz: { ...quiz, title: "Late" } })).rejects.toMatchObject({ failure: { code: "STALE" } });
    expect(await caller.quiz.byId({ quizId })).toMatchObject({ revision: saved.revision, quiz: { title: "Named" } });
  });

  it("can be undone as a whole: a removed quiz comes back, a copy has ids of its own", async () => {
    const author = await api().person("author");
    const caller = api().caller({ user: author });
    const { body } = await author.rest.post<QuizBody>("/quizzes", buildQuiz());
    const original = await caller.quiz.list({}).then(({ items }) => items[0]?.quizId);
    if (!original) throw new Error("the quiz is not in the list");
    await caller.quiz.remove({ quizId: original });
    expect((await author.rest.get(`/quizzes/${body.id}`)).status).toBe(404);
    await caller.quiz.restore({ quizId: original });
    const copy = await caller.quiz.duplicate({ quizId: original });
    expect(copy.quizId).not.toBe(original);
    const ids = new Set(body.questions.map(({ id }) => id));
    expect(copy.quiz.questions.every((question) => question.id !== undefined && !ids.has(question.id))).toBe(true);
  });
});
