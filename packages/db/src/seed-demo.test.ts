import { readFileSync } from "node:fs";
import { findQuizProblems, questionTypeNames } from "@quickfire/engine";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useDatabase } from "../test/fresh-database";
import { demoContent } from "./demo/demo-content";
import { createQuizRepository } from "./quizzes/quiz-repository";
import { quizzes } from "./schema/quizzes";
import { demoPassword, seedDemo } from "./seed-demo";
import { createUserRepository } from "./users/user-repository";

const database = useDatabase();

async function demoAuthor() {
  const author = await createUserRepository(database()).verifySignIn({ email: "author@quickfire.test", password: demoPassword });
  if (!author) throw new Error("the demo author can't sign in");
  return author.userId;
}

describe("the demo seed", () => {
  it("gives the first author every demo quiz, ready to be played, in the order of the files", async () => {
    await seedDemo(database());
    const repository = createQuizRepository(database());
    const ownerId = await demoAuthor();
    const list = await repository.list({ ownerId });
    const items = list.ok ? list.value.items : [];
    expect(items.map(({ title }) => title)).toEqual(demoContent().map(({ content }) => content.title));
    for (const { quizId } of items) expect(await repository.publish({ quizId, ownerId })).toMatchObject({ ok: true });
  });

  it("lets every demo account sign in with its roles", async () => {
    await seedDemo(database());
    const users = createUserRepository(database());
    const signIn = (email: string) => users.verifySignIn({ email, password: demoPassword });
    expect(await signIn("author2@quickfire.test")).toMatchObject({ roles: ["author"] });
    expect(await signIn("admin@quickfire.test")).toMatchObject({ roles: ["author", "admin"] });
    expect(await signIn("learner@quickfire.test")).toMatchObject({ roles: ["learner"] });
  });

  it("leaves what an author has edited or removed as it is when it runs again", async () => {
    await seedDemo(database());
    const repository = createQuizRepository(database());
    const ownerId = await demoAuthor();
    const [edited, removed] = demoContent();
    if (!edited || !removed) throw new Error("there are fewer demo quizzes than there were");
    const list = await repository.list({ ownerId });
    const [first, second] = list.ok ? list.value.items : [];
    if (!first || !second) throw new Error("the seed made no quizzes");
    await repository.save({ quizId: first.quizId, ownerId, content: { ...edited.content, title: "Mine now" }, problems: 0 });
    await repository.remove({ quizId: second.quizId, ownerId });

    const summary = await seedDemo(database());
    expect(summary).toMatchObject({ accounts: 4, quizzes: 8 });
    expect(await repository.byId({ quizId: first.quizId, ownerId })).toMatchObject({ title: "Mine now", revision: 2 });
    expect(await repository.byId({ quizId: second.quizId, ownerId })).toBeNull();
    expect(await database().db.select().from(quizzes).where(eq(quizzes.ownerId, ownerId))).toHaveLength(8);
  });
});

describe("the demo content", () => {
  it("is the same every time, and has nothing that keeps it from being played", () => {
    expect(demoContent()).toEqual(demoContent());
    for (const { content } of demoContent()) expect(findQuizProblems(content)).toEqual([]);
  });

  it("is listed in the README beside it", () => {
    const readme = readFileSync(new URL("../demo-quizzes/README.md", import.meta.url), "utf8");
    for (const { name, content } of demoContent()) {
      const types = new Map<string, number>();
      for (const { type } of content.questions) types.set(type, (types.get(type) ?? 0) + 1);
      const listed = [...types].map(([type, number]) => `${number} ${type}`).join(", ");
      expect(readme).toContain(`| ${name} | ${content.questions.length} | ${listed} |`);
    }
  });

  it("has every type of question", () => {
    expect(new Set(demoContent().flatMap(({ content }) => content.questions.map(({ type }) => type)))).toEqual(new Set(questionTypeNames));
  });
});
