import { randomUUID } from "node:crypto";
import { attemptIdSchema, err, ok, openQuestion, participantIdSchema } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { aMoment, assignQuiz, noOrigin, playAttempt, rightAnswers, takeUp } from "../../test/assigned-quiz";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { createScoreRepository } from "../scores/score-repository";
import { createAssignmentRepository } from "./assignment-repository";
import { createAttemptRepository } from "./attempt-repository";

const database = useDatabase();
const attempts = () => createAttemptRepository(database());
const assignments = () => createAssignmentRepository(database());
const newAttempt = () => attemptIdSchema.parse(randomUUID());
const hour = 3_600_000;

describe("taking an assignment up", () => {
  it("makes an account the same participant however often it comes, also at once", async () => {
    const assigned = await assignQuiz(database());
    const userId = await insertUser(database());
    const seats = await Promise.all(Array.from({ length: 6 }, () => takeUp(database(), assigned, userId)));
    expect(new Set(seats).size).toBe(1);
  });

  it("gives a guest's name to one of them only, and knows them again by their key alone", async () => {
    const assigned = await assignQuiz(database());
    const guest = (keyHash: string) => ({ assignmentId: assigned.assignmentId, participantId: participantIdSchema.parse(randomUUID()), name: "Ann", skeleton: "ann", keyHash, now: aMoment });
    const tries = await Promise.all(["one", "two", "three"].map((key) => attempts().takeUp(guest(key))));
    expect(tries.filter((taken) => taken.ok)).toHaveLength(1);
    expect(tries.filter((taken) => !taken.ok).map((taken) => !taken.ok && taken.error)).toEqual(["NAME_TAKEN", "NAME_TAKEN"]);
    const key = ["one", "two", "three"][tries.findIndex((taken) => taken.ok)] ?? "";
    expect(await attempts().takeUp(guest(key))).toEqual(tries.find((taken) => taken.ok));
    expect(await attempts().participant({ assignmentId: assigned.assignmentId, identity: { keyHash: "four" } })).toBeNull();
  });
});

describe("an attempt", () => {
  it("is one, however many tabs begin it at once", async () => {
    const participantId = await takeUp(database(), await assignQuiz(database()), await insertUser(database()));
    const begun = await Promise.all(Array.from({ length: 6 }, () => attempts().begin({ participantId, attemptId: newAttempt(), now: aMoment, randomInt: () => 0 })));
    expect(new Set(begun.map((one) => one.ok && one.value)).size).toBe(1);
    expect(await attempts().attemptsOf(participantId)).toHaveLength(1);
  });

  it("can't be begun after the deadline or beyond what is allowed; one that is under way goes on", async () => {
    const assigned = await assignQuiz(database(), { settings: { attempts: 2 } });
    const participantId = await takeUp(database(), assigned, await insertUser(database()));
    const begin = (now: number) => attempts().begin({ participantId, attemptId: newAttempt(), now, randomInt: () => 0 });
    await playAttempt(database(), participantId, { answers: rightAnswers, now: aMoment });
    expect(await begin(aMoment + hour + 1)).toEqual(err("ENDED"));
    const second = await begin(aMoment + hour);
    expect(await begin(aMoment + hour + 1)).toEqual(second);
    await playAttempt(database(), participantId, { answers: rightAnswers, now: aMoment + hour });
    expect(await begin(aMoment)).toEqual(err("NO_ATTEMPT_LEFT"));
  });

  it("moves one step at a time, keeps what time has closed, and is nobody else's", async () => {
    const assigned = await assignQuiz(database(), { settings: { timeLimits: true } });
    const participantId = await takeUp(database(), assigned, await insertUser(database()));
    const begun = await attempts().begin({ participantId, attemptId: newAttempt(), now: aMoment, randomInt: () => 0 });
    if (!begun.ok) throw new Error(begun.error);
    const place = { participantId, attemptId: begun.value, origin: noOrigin };
    const opened = await Promise.all(Array.from({ length: 5 }, (_, ms) => attempts().move({ ...place, now: aMoment + ms, step: (state) => openQuestion(state, aMoment + ms) })));
    expect(new Set(opened.map((moved) => moved?.ok && moved.value.state.asked[0]?.openedAt)).size).toBe(1);
    expect(await attempts().move({ ...place, now: aMoment + hour, step: () => err("REFUSED") })).toEqual(err("REFUSED"));
    const later = await attempts().move({ ...place, now: aMoment + hour, step: (state) => ok(state) });
    expect(later).toMatchObject({ value: { state: { asked: [{ closed: { answer: null, correct: false } }] } } });
    const stranger = await takeUp(database(), assigned, await insertUser(database()));
    expect(await attempts().move({ ...place, participantId: stranger, now: aMoment, step: (state) => ok(state) })).toBeNull();
  });

  it("is overdue once the deadline is past and nobody has finished it", async () => {
    const assigned = await assignQuiz(database());
    const userId = await insertUser(database());
    const participantId = await takeUp(database(), assigned, userId);
    const { attemptId } = await playAttempt(database(), participantId, { answers: rightAnswers.slice(0, 1), now: aMoment });
    expect(await attempts().overdue({ userId, now: aMoment + hour })).toEqual([]);
    for (const of of [{ userId }, { assignmentId: assigned.assignmentId }]) expect(await attempts().overdue({ ...of, now: aMoment + hour + 1 })).toEqual([{ participantId, attemptId }]);
    const ended = await attempts().move({ participantId, attemptId, now: aMoment + 2 * hour, origin: noOrigin, step: (state) => ok(state) });
    expect(ended).toMatchObject({ ok: true, value: { scoreDelta: 1_000, state: { finishedAt: aMoment + hour } } });
    expect(await attempts().overdue({ userId, now: aMoment + 2 * hour })).toEqual([]);
  });

  it("is out of reach once its assignment was removed, and back when that is restored", async () => {
    const assigned = await assignQuiz(database());
    expect(await attempts().byCode(assigned.code)).toMatchObject({ title: "Homework", questions: 4, language: "en" });
    expect(await assignments().remove(assigned)).toBe(true);
    expect(await attempts().byCode(assigned.code)).toBeNull();
    expect(await assignments().restore(assigned)).toBe(true);
    expect(await attempts().byCode(assigned.code)).not.toBeNull();
  });
});

describe("points beyond the attempt", () => {
  const total = (userId: Parameters<ReturnType<typeof createScoreRepository>["totalOf"]>[0]) => createScoreRepository(database()).totalOf(userId);

  it("are those above one's best with each question, over all attempts and assignments of it", async () => {
    const assigned = await assignQuiz(database(), { settings: { attempts: 5 } });
    const userId = await insertUser(database());
    const participantId = await takeUp(database(), assigned, userId);
    const [first, second, third, fourth] = rightAnswers;
    const play = (answers: Parameters<typeof playAttempt>[2]["answers"]) => playAttempt(database(), participantId, { answers, now: aMoment });
    expect((await play([first ?? null, null, null, null])).scoreDelta).toBe(1_000);
    expect((await play([null, second ?? null, null, null])).scoreDelta).toBe(1_000);
    expect((await play([first ?? null, second ?? null, third ?? null, null])).scoreDelta).toBe(1_000);
    expect((await play([first ?? null, second ?? null, third ?? null, fourth ?? null])).scoreDelta).toBe(1_000);
    expect((await play(rightAnswers)).scoreDelta).toBe(0);
    expect(await total(userId)).toBe(4_000);
  });

  it("are not brought in before the end, and not for guests", async () => {
    const assigned = await assignQuiz(database());
    const userId = await insertUser(database());
    const participantId = await takeUp(database(), assigned, userId);
    expect((await playAttempt(database(), participantId, { answers: rightAnswers.slice(0, 3), now: aMoment })).scoreDelta).toBeNull();
    expect(await total(userId)).toBe(0);
    const guest = await attempts().takeUp({ assignmentId: assigned.assignmentId, participantId: participantIdSchema.parse(randomUUID()), name: "Ben", skeleton: "ben", keyHash: "key", now: aMoment });
    if (!guest.ok) throw new Error(guest.error);
    expect(await playAttempt(database(), guest.value.participantId, { answers: rightAnswers, now: aMoment })).toMatchObject({ scoreDelta: null, state: { finishedAt: expect.any(Number) } });
  });

  it("are limited a day where the quizzes are one's own", async () => {
    const userId = await insertUser(database());
    const deltas = [];
    for (let number = 0; number < 4; number += 1) {
      const participantId = await takeUp(database(), await assignQuiz(database(), { hostUserId: userId }), userId);
      deltas.push((await playAttempt(database(), participantId, { answers: rightAnswers, now: aMoment })).scoreDelta);
    }
    expect(deltas).toEqual([4_000, 4_000, 2_000, 0]);
  });
});

describe("the host's view", () => {
  it("shows each person's best attempt, and each question over these", async () => {
    const assigned = await assignQuiz(database(), { settings: { attempts: 2 } });
    const ann = await takeUp(database(), assigned, await insertUser(database()));
    await playAttempt(database(), ann, { answers: [{ selectedOption: "tiny" }, null, null, null], now: aMoment });
    await playAttempt(database(), ann, { answers: [{ selectedOption: "large" }, { answer: { options: ["apple"] } }, null, null], now: aMoment + 60_000 });
    await takeUp(database(), assigned, await insertUser(database()));
    const results = await assignments().results(assigned);
    expect(results).toMatchObject({ participants: 2, finished: 1 });
    expect(results?.people.map(({ attempts: number, best }) => [number, best?.score, best?.right])).toEqual([[2, 1_500, 1], [0, undefined, undefined]]);
    expect(results?.people[0]?.best?.answers.map(({ answer, correct }) => [answer, correct])).toEqual([["large", true], ["apple", false], [null, false], [null, false]]);
    expect(results?.results.map(({ number, answered, right }) => [number, answered, right])).toEqual([[1, 1, 1], [2, 1, 0], [3, 0, 0], [4, 0, 0]]);
  });

  it("is for the host alone, at every method", async () => {
    const assigned = await assignQuiz(database());
    const theirs = { assignmentId: assigned.assignmentId, hostUserId: await insertUser(database()) };
    expect(await assignments().results(theirs)).toBeNull();
    expect(await assignments().setDeadline({ ...theirs, deadline: new Date() })).toBe(false);
    expect(await assignments().remove(theirs)).toBe(false);
    expect(await assignments().restore(theirs)).toBe(false);
    expect(await assignments().ofHost({ hostUserId: theirs.hostUserId })).toEqual(ok({ items: [], nextCursor: null }));
  });

  it("lists every assignment once, newest first, whatever the size of a page", async () => {
    const hostUserId = await insertUser(database());
    const made = [];
    for (let number = 0; number < 3; number += 1) made.push((await assignQuiz(database(), { hostUserId })).assignmentId);
    const seen = [];
    for (let cursor: string | undefined; ; ) {
      const page = await assignments().ofHost({ hostUserId, limit: 2, cursor });
      if (!page.ok) throw new Error(page.error);
      seen.push(...page.value.items.map(({ assignmentId }) => assignmentId));
      if (page.value.nextCursor === null) break;
      cursor = page.value.nextCursor;
    }
    expect([...seen].sort()).toEqual([...made].sort());
    expect(await assignments().ofHost({ hostUserId, cursor: "'; drop table users; --" })).toEqual(err("BAD_CURSOR"));
  });
});
