import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createQuiz, joinAs, openGame } from "./support/quizzes";
import { type ApiUnderTest, type Person, useApi } from "./support/use-api";

const api = useApi();

const caller = (who?: Person) => api().caller({ user: who ?? null });
type Caller = ReturnType<ApiUnderTest["caller"]>;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const refused = (reason: string) => expect.objectContaining({ failure: expect.objectContaining({ code: reason }) });
const right = [{ selectedOption: "large" }, { answer: { options: ["apple", "pear"] } }, { answer: { value: true } }, { answer: { text: "Colour." } }];

async function assigned(author: Person, settings: Record<string, unknown> = {}, more: { deadline?: string } = {}) {
  const quizId = await createQuiz(author);
  const made = await caller(author).assignment.create({ quizId, deadline: inAnHour(), ...more, settings } as Parameters<Caller["assignment"]["create"]>[0]);
  return { quizId, ...made };
}

/** Plays an attempt to its end; everything that was told on the way. */
async function play(as: Caller, link: { code: string; key?: string }, answers: readonly ((typeof right)[number] | null)[]) {
  const begun = await as.attempt.begin(link);
  const place = { ...link, attemptId: begun.attemptId };
  const told: Awaited<ReturnType<Caller["attempt"]["open"]>>[] = [begun];
  for (const given of answers) {
    const open = await as.attempt.open(place);
    told.push(open, await as.attempt.answer({ ...place, questionId: open.question?.questionId ?? "", given }));
  }
  return told;
}

describe("an assignment", () => {
  it("is taken by a guest with the link, scored on the server, and seen by its host", async () => {
    const author = await api().person("author");
    const { code, url, assignmentId } = await assigned(author);
    expect(url).toBe(`http://localhost:3000/a/${code}`);
    const link = { code, key: randomUUID() };
    expect(await caller().attempt.come(link)).toMatchObject({ title: "Words for today", questions: 4, open: true, seat: null });
    await caller().attempt.takeUp({ ...link, name: "Ann" });
    const told = await play(caller(), link, [...right.slice(0, 3), { answer: { text: "color" } }]);
    expect(told.at(-1)).toMatchObject({ finished: true, score: 3_000, scoreDelta: null });
    expect(told.at(-1)?.reviews?.map(({ correct, points }) => [correct, points])).toEqual([[true, 1_000], [true, 1_000], [true, 1_000], [false, 0]]);
    expect((await caller().attempt.come(link)).seat).toMatchObject({ name: "Ann", attempts: [{ number: 1, result: { score: 3_000, right: 3 } }] });
    await expect(caller().attempt.begin(link)).rejects.toEqual(refused("NO_ATTEMPT_LEFT"));
    expect(await caller(author).assignment.results({ assignmentId })).toMatchObject({ people: [{ name: "Ann", attempts: 1, best: { score: 3_000 } }] });
  });

  it("goes on where it was on another device of the same account, and takes an answer once", async () => {
    const [author, learner] = [await api().person("author"), await api().person("learner")];
    const { code } = await assigned(author);
    await caller(learner).attempt.takeUp({ code });
    const { attemptId } = await caller(learner).attempt.begin({ code });
    const open = await caller(learner).attempt.open({ code, attemptId });
    const answer = { code, attemptId, questionId: open.question?.questionId ?? "", given: { selectedOption: "large" } };
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => caller(learner).attempt.answer(index % 2 ? answer : { ...answer, given: { selectedOption: "large" } })));
    expect(new Set(answers.map(({ score }) => score))).toEqual(new Set([1_000]));
    expect(await caller(learner).attempt.answer({ ...answer, given: { selectedOption: "tiny" } })).toMatchObject({ score: 1_000, last: { correct: true } });
    expect((await caller(learner).attempt.begin({ code })).attemptId).toBe(attemptId);
    expect((await caller(learner).attempt.open({ code, attemptId })).question).toMatchObject({ round: 2, rounds: 4 });
  });

  it("keeps what is right to itself until the attempt is over, also in a second attempt", async () => {
    const [author, learner] = [await api().person("author"), await api().person("learner")];
    const { code } = await assigned(author, { feedback: "end", attempts: 2 });
    await caller(learner).attempt.takeUp({ code });
    await play(caller(learner), { code }, right);
    const second = await play(caller(learner), { code }, right);
    for (const view of second.slice(0, -1)) {
      expect(JSON.stringify(view)).not.toMatch(/"correct":(?!null)|"accepted"|"points":[1-9]/);
      expect(view).toMatchObject({ score: null, last: null, reviews: null });
    }
    expect(second.at(-1)).toMatchObject({ finished: true, score: 4_000, scoreDelta: 0 });
  });

  it("refuses who may not, what is not theirs, and what comes too late", async () => {
    const [author, other] = [await api().person("author"), await api().person("author")];
    const { code, assignmentId } = await assigned(author, { takers: "signedIn" });
    const link = { code, key: randomUUID() };
    await expect(caller().attempt.takeUp({ ...link, name: "Ann" })).rejects.toEqual(refused("UNAUTHORIZED"));
    await expect(caller().attempt.begin(link)).rejects.toEqual(refused("UNAUTHORIZED"));
    await expect(caller().attempt.facts({ code: "aaaaaaaaaaaa" })).rejects.toEqual(refused("NOT_FOUND"));
    for (const call of ["results", "remove", "restore"] as const) await expect(caller(other).assignment[call]({ assignmentId })).rejects.toEqual(refused("NOT_FOUND"));
    await expect(caller(other).assignment.setDeadline({ assignmentId, deadline: inAnHour() })).rejects.toEqual(refused("NOT_FOUND"));
    await expect(caller(await api().person("learner")).assignment.list({})).rejects.toEqual(refused("FORBIDDEN"));
    await expect(caller(author).assignment.setDeadline({ assignmentId, deadline: "2999-01-01T00:00:00Z" })).rejects.toEqual(refused("INVALID"));

    await caller(other).attempt.takeUp({ code });
    const { attemptId } = await caller(other).attempt.begin({ code });
    const third = await api().person("learner");
    await caller(third).attempt.takeUp({ code });
    await expect(caller(third).attempt.look({ code, attemptId })).rejects.toEqual(refused("NOT_FOUND"));
    await expect(caller(other).attempt.answer({ code, attemptId, questionId: randomUUID(), given: null })).rejects.toEqual(refused("STALE"));
    await caller(author).assignment.setDeadline({ assignmentId, deadline: new Date().toISOString() });
    await expect(caller(third).attempt.begin({ code })).rejects.toEqual(refused("ENDED"));
    expect(await caller(other).attempt.open({ code, attemptId })).toMatchObject({ finished: false, question: expect.anything() });
    await caller(author).assignment.remove({ assignmentId });
    await expect(caller(other).attempt.look({ code, attemptId })).rejects.toEqual(refused("NOT_FOUND"));
  });

  it.each(["'; drop table attempts; --", "<img src=x onerror=alert(1)>", "=HYPERLINK(1)", "{{7*7}}", "％ñ 𝒜"])("takes the name %s for a name or refuses it, and nothing else happens", async (name) => {
    const author = await api().person("author");
    const { code, assignmentId } = await assigned(author);
    const link = { code, key: randomUUID() };
    const taken = await caller().attempt.takeUp({ ...link, name }).catch((error: unknown) => error);
    if (taken instanceof Error) expect(taken).toEqual(refused("INVALID"));
    else expect((await caller(author).assignment.results({ assignmentId })).people[0]?.name).toBe((taken as { name: string }).name);
  });

  it("refuses settings and answers that don't validate, by name", async () => {
    const author = await api().person("author");
    const create = (input: unknown) => caller(author).assignment.create(input as Parameters<Caller["assignment"]["create"]>[0]);
    const quizId = await createQuiz(author);
    for (const settings of [{ attempts: 0 }, { attempts: 1.5 }, { speedWeight: 50 }, { feedback: "never" }, { unknown: 1 }]) await expect(create({ quizId, settings })).rejects.toEqual(refused("INVALID"));
    await expect(create({ quizId, questionIds: [randomUUID()] })).rejects.toEqual(refused("INVALID"));
    await expect(create({ quizId: await createQuiz(await api().person("author")) })).rejects.toEqual(refused("NOT_FOUND"));
  });
});

describe("homework from a live game", () => {
  it("is made of what the class got wrong, for the game's host alone", async () => {
    const author = await api().person("author");
    const { gameId, pin } = await openGame(author, { countdown: 0 });
    const player = await joinAs(api(), pin, "Ann");
    expect(player.gameId).toBe(gameId);
    await expect(caller(author).assignment.createFromGame({ gameId })).rejects.toEqual(refused("INVALID"));
    await expect(caller(await api().person("author")).assignment.createFromGame({ gameId })).rejects.toEqual(refused("NOT_FOUND"));
    const game = await api().services.games.byId({ gameId: gameId as Parameters<ApiUnderTest["services"]["games"]["byId"]>[0]["gameId"], hostUserId: author.userId });
    const [version] = await api().database.sql<{ content: { questions: { id: string }[] } }[]>`select content from quiz_versions where id = ${game?.quizVersionId ?? ""}`;
    const [first, second] = version?.content.questions ?? [];
    for (const [round, question, correct] of [[1, first, true], [2, second, false]] as const) {
      await api().database.sql`insert into game_rounds (game_id, round, question_id) values (${gameId}, ${round}, ${question?.id ?? ""})`;
      await api().database.sql`insert into game_answers (game_id, round, participant_id, question_id, answer, correct, points, time_ms, at)
        values (${gameId}, ${round}, ${player.participantId}, ${question?.id ?? ""}, '{}', ${correct}, 0, 900, now())`;
    }
    await api().database.sql`insert into game_participants (game_id, participant_id, name, joined_at) values (${gameId}, ${player.participantId}, 'Ann', now()) on conflict do nothing`;
    expect(await caller(author).assignment.createFromGame({ gameId })).toMatchObject({ questions: 1, title: "Words for today" });
    expect((await caller(author).assignment.list({})).items).toMatchObject([{ gameId, questions: 1 }]);
  });
});

describe("POST /actions", () => {
  const body = async (quizId: string, author: Person, answers = right) => {
    const { questions } = (await author.rest.get<{ questions: { id: string }[] }>(`/quizzes/${quizId}`)).body;
    return { quizId, actionId: randomUUID(), answers: answers.map((answer, index) => ({ questionId: questions[index]?.id, ...answer })), timestamp: new Date().toISOString() };
  };

  it("scores on the server, counts once, and answers a repeat with the very same", async () => {
    const [author, learner] = [await api().person("author"), await api().person("learner")];
    const quizId = await createQuiz(author);
    await caller(author).quiz.setPublic({ quizId, isPublic: true });
    const action = await body(quizId, author, right.slice(0, 2));
    const first = await learner.rest.post("/actions", action);
    expect(first).toMatchObject({ status: 200, body: { success: true, message: "2 of 4 right", scoreDelta: 2_000, newTotalScore: 2_000 } });
    expect((await learner.rest.post("/actions", { ...action, timestamp: 0 })).text).toBe(first.text);
    expect(await learner.rest.post("/actions", { ...action, answers: action.answers.slice(1) })).toMatchObject({ status: 422, body: { code: "KEY_REUSED" } });
    expect((await learner.rest.post("/actions", { ...action, actionId: randomUUID() })).body).toMatchObject({ scoreDelta: 0, newTotalScore: 2_000 });
    expect((await caller(learner).learner.history({})).items).toMatchObject([{ kind: "attempt", score: 2_000 }, { kind: "attempt", score: 2_000 }]);
  });

  it("is closed to guests, to foreign quizzes, and to what does not validate", async () => {
    const [author, learner] = [await api().person("author"), await api().person("learner")];
    const quizId = await createQuiz(author);
    const action = await body(quizId, author);
    expect((await api().rest().post("/actions", action)).status).toBe(401);
    expect((await learner.rest.post("/actions", action)).status).toBe(404);
    expect((await author.rest.post("/actions", action)).status).toBe(200);
    const bad: Record<string, unknown>[] = [
      { ...action, score: 5_000 }, { ...action, timestamp: "yesterday" }, { ...action, actionId: "" }, { ...action, answers: [] },
      { ...action, actionId: randomUUID(), answers: [{ questionId: randomUUID(), selectedOption: 0 }] },
      { ...action, actionId: randomUUID(), answers: [action.answers[0], action.answers[0]] },
      { ...action, actionId: randomUUID(), answers: [{ ...action.answers[0], selectedOption: "'; drop table users; --" }] },
    ];
    for (const one of bad) expect((await author.rest.post("/actions", one)).status).toBe(422);
  });
});

describe("a learner's mistakes", () => {
  it("come from finished attempts, are practised without points, and wait a day after a right answer", async () => {
    const [author, learner] = [await api().person("author"), await api().person("learner")];
    const { code } = await assigned(author);
    await caller(learner).attempt.takeUp({ code });
    const me = caller(learner).learner;
    await play(caller(learner), { code }, [null, ...right.slice(1)]);
    expect(await me.mistakes()).toMatchObject({ due: 1, later: 0, mistakes: [{ text: expect.stringContaining("big") }] });
    const [asked] = await me.practice({});
    expect(JSON.stringify(asked)).not.toContain("correct");
    const practised = { actionId: randomUUID(), questionId: asked?.question.questionId ?? "", answer: { option: asked?.question.optionIds[0] } };
    const outcomes = await Promise.all([me.practise(practised), me.practise(practised)]);
    expect(outcomes[0]).toMatchObject({ correct: true, dueAt: expect.any(String) });
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(await me.mistakes()).toMatchObject({ due: 0, later: 1 });
    expect(await me.practice({})).toEqual([]);
    expect(await me.practise({ ...practised, actionId: randomUUID() })).toMatchObject({ correct: true, dueAt: null });
    expect(await me.mistakes()).toMatchObject({ due: 0, later: 0 });
    expect((await me.progress()).tags).toMatchObject([{ name: "test", answered: 6, right: 5 }]);
    await expect(me.practise({ ...practised, actionId: randomUUID(), questionId: randomUUID() })).rejects.toEqual(refused("NOT_FOUND"));
    await expect(caller().learner.mistakes()).rejects.toEqual(refused("UNAUTHORIZED"));
  });
});
