import { randomUUID } from "node:crypto";
import { type QuizId, quizIdSchema, type UserId } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { quizContent } from "../../test/quiz-content";
import { quizVersions } from "../schema/quiz-versions";
import { createQuizRepository } from "./quiz-repository";

const database = useDatabase();
const quizzes = () => createQuizRepository(database());

async function written(content = quizContent(), problems = 0) {
  const ownerId = await insertUser(database());
  const quiz = await quizzes().create({ ownerId, content, problems });
  return { ownerId, quiz, mine: { quizId: quiz.quizId, ownerId } };
}

/** All titles of a list, page by page. */
async function titles(request: { ownerId: UserId; search?: string; limit?: number }): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await quizzes().list({ ...request, cursor });
    if (!page.ok) throw new Error(page.error);
    found.push(...page.value.items.map(({ title }) => title));
    if (page.value.nextCursor === null) return found;
    cursor = page.value.nextCursor;
  }
}

describe("a quiz", () => {
  it("is read back as it was written", async () => {
    const content = quizContent({ title: "Irregular verbs", level: "A2", tags: ["past", "verbs"] });
    const { quiz, mine } = await written(content, 2);
    expect(await quizzes().byId(mine)).toEqual(quiz);
    expect(quiz).toMatchObject({
      title: "Irregular verbs", language: "en", level: "A2", tags: ["past", "verbs"], questions: 4, games: 0, problems: 2, revision: 1, archivedAt: null,
      types: { choice: 1, multiple: 1, truefalse: 1, typed: 1 }, content,
    });
  });

  it("looks to another author exactly like one that does not exist, at every method", async () => {
    const { mine, quiz } = await written();
    const another = await insertUser(database());
    const missing: QuizId = quizIdSchema.parse(randomUUID());
    for (const notMine of [{ quizId: mine.quizId, ownerId: another }, { quizId: missing, ownerId: another }]) {
      expect(await quizzes().byId(notMine)).toBeNull();
      expect(await quizzes().save({ ...notMine, revision: 1, content: quiz.content, problems: 0 })).toEqual({ ok: false, error: "NOT_FOUND" });
      expect(await quizzes().duplicate(notMine)).toBeNull();
      expect(await quizzes().remove(notMine)).toBe(false);
      expect(await quizzes().restore(notMine)).toBe(false);
      expect(await quizzes().publish(notMine)).toEqual({ ok: false, error: "NOT_FOUND" });
    }
    expect(await titles({ ownerId: another })).toEqual([]);
    expect(await quizzes().byId(mine)).toEqual(quiz);
  });

  it("is gone when removed, and back as it was when restored", async () => {
    const { mine, quiz } = await written();
    expect(await quizzes().remove(mine)).toBe(true);
    expect(await quizzes().remove(mine)).toBe(false);
    expect(await quizzes().byId(mine)).toBeNull();
    expect(await titles(mine)).toEqual([]);
    expect(await quizzes().restore(mine)).toBe(true);
    expect(await quizzes().byId(mine)).toEqual(quiz);
  });

  it("is copied with ids of its own, and the two change independently", async () => {
    const { mine, quiz } = await written(quizContent({ title: "x".repeat(120) }));
    const copy = await quizzes().duplicate(mine);
    expect(copy).toMatchObject({ title: `${"x".repeat(113)} (copy)`, questions: quiz.questions, revision: 1 });
    const ids = (content: unknown): string[] => [...JSON.stringify(content).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(ids(copy?.content)).toHaveLength(ids(quiz.content).length);
    expect(ids(copy?.content).filter((id) => ids(quiz.content).includes(id))).toEqual([]);
    expect(await quizzes().byId(mine)).toEqual(quiz);
  });
});

describe("saving", () => {
  it("refuses what started from an older revision, and tells the newer one", async () => {
    const { mine, quiz } = await written();
    const first = await quizzes().save({ ...mine, revision: 1, content: { ...quiz.content, title: "Mine" }, problems: 0 });
    expect(first).toMatchObject({ ok: true, value: { revision: 2 } });
    const second = await quizzes().save({ ...mine, revision: 1, content: { ...quiz.content, title: "Theirs" }, problems: 0 });
    expect(second).toEqual({ ok: false, error: { code: "CONFLICT", revision: 2 } });
    expect(await quizzes().byId(mine)).toMatchObject({ title: "Mine", revision: 2 });
  });

  it("lets one of many simultaneous saves through", async () => {
    const { mine, quiz } = await written();
    const saves = await Promise.all(Array.from({ length: 8 }, () => quizzes().save({ ...mine, revision: 1, content: quiz.content, problems: 0 })));
    expect(saves.filter((save) => save.ok)).toHaveLength(1);
  });

  it("overwrites without asking where no revision is given", async () => {
    const { mine, quiz } = await written();
    await quizzes().save({ ...mine, content: { ...quiz.content, title: "First" }, problems: 0 });
    expect(await quizzes().save({ ...mine, content: { ...quiz.content, title: "Second" }, problems: 3 })).toMatchObject({ ok: true, value: { revision: 3 } });
    expect(await quizzes().byId(mine)).toMatchObject({ title: "Second", problems: 3 });
  });
});

describe("publishing", () => {
  it("gives the same version until the quiz is edited, and never changes an old one", async () => {
    const { mine, quiz } = await written();
    const first = await quizzes().publish(mine);
    expect(first).toMatchObject({ ok: true, value: { quizId: mine.quizId, title: quiz.title, questions: quiz.content.questions } });
    expect(await quizzes().publish(mine)).toEqual(first);
    await quizzes().save({ ...mine, content: { ...quiz.content, title: "Edited" }, problems: 0 });
    const second = await quizzes().publish(mine);
    expect(second.ok && second.value.title).toBe("Edited");
    expect(second.ok && first.ok && second.value.quizVersionId !== first.value.quizVersionId).toBe(true);
    const versions = await database().db.select().from(quizVersions);
    expect(versions.filter(({ quizId }) => quizId === mine.quizId).map(({ number, content }) => [number, content.title])).toEqual([[1, quiz.title], [2, "Edited"]]);
  });

  it("makes one version for games that begin at once", async () => {
    const { mine } = await written();
    const versions = await Promise.all(Array.from({ length: 5 }, () => quizzes().publish(mine)));
    expect(new Set(versions.map((version) => version.ok && version.value.quizVersionId)).size).toBe(1);
  });

  it("refuses a quiz that has problems", async () => {
    const { mine } = await written(quizContent(), 1);
    expect(await quizzes().publish(mine)).toEqual({ ok: false, error: "HAS_PROBLEMS" });
  });
});

describe("the list", () => {
  it("shows every quiz once, the newest change first, whatever the size of a page", async () => {
    const ownerId = await insertUser(database());
    const made = [];
    for (const number of [1, 2, 3, 4, 5]) made.push(await quizzes().create({ ownerId, content: quizContent({ title: `Quiz ${number}` }), problems: 0 }));
    const second = made[1];
    if (!second) throw new Error("nothing was made");
    await quizzes().save({ quizId: second.quizId, ownerId, content: quizContent({ title: "Quiz 2, edited" }), problems: 0 });
    const everything = await titles({ ownerId });
    expect([...everything].sort()).toEqual(["Quiz 1", "Quiz 2, edited", "Quiz 3", "Quiz 4", "Quiz 5"]);
    expect(everything[0]).toBe("Quiz 2, edited");
    for (const limit of [1, 2, 3, 5]) expect(await titles({ ownerId, limit })).toEqual(everything);
  });

  it("finds words in titles and tags, in any case and order", async () => {
    const ownerId = await insertUser(database());
    await quizzes().create({ ownerId, content: quizContent({ title: "Phrasal verbs", tags: ["B1", "spoken"] }), problems: 0 });
    await quizzes().create({ ownerId, content: quizContent({ title: "Past simple", tags: ["verbs"] }), problems: 0 });
    expect(await titles({ ownerId, search: "VERBS phrasal" })).toEqual(["Phrasal verbs"]);
    expect((await titles({ ownerId, search: "verb" })).sort()).toEqual(["Past simple", "Phrasal verbs"]);
    expect(await titles({ ownerId, search: "  spok " })).toEqual(["Phrasal verbs"]);
    expect(await titles({ ownerId, search: "nothing" })).toEqual([]);
  });

  it.each(["100%", "snake_case", "back\\slash"])("takes %s for what it says, not for a pattern", async (title) => {
    const ownerId = await insertUser(database());
    for (const other of [title, "1000", "snakeXcase", "backslash"]) await quizzes().create({ ownerId, content: quizContent({ title: other }), problems: 0 });
    expect(await titles({ ownerId, search: title })).toEqual([title]);
  });

  it.each(["", "%%%", "bm9uc2Vuc2U", Buffer.from('["2026-01-01T00:00:00Z","1 or 1=1"]').toString("base64url"), "'; drop table users; --"])(
    "refuses the cursor %j, which it never gave",
    async (cursor) => {
      expect(await quizzes().list({ ownerId: await insertUser(database()), cursor })).toEqual({ ok: false, error: "BAD_CURSOR" });
    },
  );

  it("holds a page to its largest size, whatever is asked for", async () => {
    const ownerId = await insertUser(database());
    for (const limit of [0, -5, 2.5, 1e9]) expect(await quizzes().list({ ownerId, limit })).toMatchObject({ ok: true });
  });
});
