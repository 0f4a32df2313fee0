import { quizIdSchema, type UserId, userIdSchema } from "@quickfire/engine";
import { eq, sql } from "drizzle-orm";
import type { Database } from "./database";
import { demoContent, uuidOf } from "./demo/demo-content";
import { hashPassword } from "./passwords";
import { quizzes } from "./schema/quizzes";
import { users } from "./schema/users";
import type { Role } from "./users/user-repository.types";

export const demoPassword = "quickfire-demo";

const accounts: { email: string; name: string; roles: Role[]; avatar: number }[] = [
  { email: "author@quickfire.test", name: "Demo author", roles: ["author"], avatar: 17 },
  { email: "author2@quickfire.test", name: "Second author", roles: ["author"], avatar: 94 },
  { email: "admin@quickfire.test", name: "Demo admin", roles: ["author", "admin"], avatar: 141 },
  { email: "learner@quickfire.test", name: "Demo learner", roles: ["learner"], avatar: 202 },
];

export type SeedSummary = { accounts: number; quizzes: number; questions: number };

/**
 * The demo accounts, and the demo quizzes in the library of the first author. Safe to repeat: what an author has edited or removed
 * stays as they left it; a quiz that nobody touched follows the content of this version.
 */
export async function seedDemo(database: Database): Promise<SeedSummary> {
  for (const account of accounts) await ensureAccount(database, account);
  const owner = accounts[0] ? await findAccount(database, accounts[0].email) : null;
  const content = demoContent();
  if (owner) await ensureQuizzes(database, owner, content);

  return {
    accounts: accounts.length,
    quizzes: content.length,
    questions: content.reduce((sum, quiz) => sum + quiz.content.questions.length, 0),
  };
}

async function ensureAccount(database: Database, account: (typeof accounts)[number]): Promise<void> {
  // Looked up first: hashing a password takes longer than all the rest of a second start's seed.
  if (await findAccount(database, account.email)) return;
  const passwordHash = await hashPassword(demoPassword);
  await database.db.insert(users).values({ ...account, id: userIdSchema.parse(uuidOf(account.email)), passwordHash, emailVerifiedAt: new Date() }).onConflictDoNothing();
}

async function findAccount({ db }: Database, email: string): Promise<UserId | null> {
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return row?.id ?? null;
}

async function ensureQuizzes({ db }: Database, ownerId: UserId, content: ReturnType<typeof demoContent>): Promise<void> {
  const seededAt = Date.now();
  const rows = content.map((quiz, index) => {
    // The library shows the newest first, so the first quiz has to be it.
    const at = new Date(seededAt - index * 1000);
    const { title, language, level, tags, questions } = quiz.content;
    return {
      id: quizIdSchema.parse(quiz.id), ownerId, title, language, level: level ?? null, tags, content: quiz.content,
      questionCount: questions.length, problemCount: 0, isPublic: true, createdAt: at, updatedAt: at,
    };
  });
  await db
    .insert(quizzes)
    .values(rows)
    .onConflictDoUpdate({
      target: quizzes.id,
      set: {
        title: sql`excluded.title`, language: sql`excluded.language`, level: sql`excluded.level`, tags: sql`excluded.tags`,
        content: sql`excluded.content`, questionCount: sql`excluded.question_count`,
      },
      setWhere: eq(quizzes.revision, 1),
    });
}
