import { z } from "zod";
import { quizIdSchema, quizVersionIdSchema } from "./ids";
import { draftQuestionSchema, storedQuestionSchema, storeQuestion, workingQuestionSchema } from "./question-types";
import { line, lines, refuseUnknownKeys } from "./text";

/** A quiz as its author writes it, as it is kept, and as a game plays it (CONTRACT: section 5). */
export const quizLimits = { questions: 200, titleLength: 120, descriptionLength: 2_000, tags: 20, tagLength: 60 } as const;

export const levels = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;

const title = { name: "The title", max: quizLimits.titleLength };
const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/;

const shared = {
  description: lines({ name: "The description", max: quizLimits.descriptionLength }).default(""),
  language: z.string("The language has to be text.").regex(languageTag, "The language has to be a tag such as “en” or “pt-BR”.").default("en"),
  level: z.enum(levels, { error: "The level has to be one of A1, A2, B1, B2, C1 and C2." }).optional(),
  tags: z
    .array(line({ name: "A tag", max: quizLimits.tagLength, empty: "A tag can’t be empty." }), "Tags have to be a list.")
    .max(quizLimits.tags, `A quiz has at most ${quizLimits.tags} tags.`)
    .transform((tags) => [...new Set(tags)])
    .default([]),
};

const questionList = <Question extends z.ZodType<{ id?: string }>>(question: Question) =>
  z
    .array(question, { error: (issue) => (issue.input === undefined ? "Add at least one question." : "Questions have to be a list.") })
    .max(quizLimits.questions, `A quiz has at most ${quizLimits.questions} questions.`)
    .superRefine((questions, context) => {
      const seen = new Set<string>();
      questions.forEach(({ id }, index) => {
        if (id === undefined) return;
        if (seen.has(id)) context.addIssue({ code: "custom", path: [index, "id"], message: "Two questions have the same id." });
        seen.add(id);
      });
    });

const keys = refuseUnknownKeys("A quiz");

/** A finished quiz: whatever passes can be played. */
export const quizDraftSchema = z.strictObject(
  { title: line({ ...title, empty: "Give the quiz a title." }), ...shared, questions: questionList(draftQuestionSchema).min(1, "Add at least one question.") },
  keys,
);
export type QuizDraft = z.infer<typeof quizDraftSchema>;

/** A quiz being written: the upper limits hold, what is missing may be missing. */
export const quizWorkingSchema = z.strictObject(
  { title: line(title).default(""), ...shared, questions: questionList(workingQuestionSchema).default([]) },
  keys,
);
export type QuizWorkingCopy = z.infer<typeof quizWorkingSchema>;

/** A quiz as it is kept: everything that can be pointed at has an id, which stays through edits. */
export const quizContentSchema = z.object({
  title: z.string(),
  description: z.string(),
  language: z.string(),
  level: z.enum(levels).optional(),
  tags: z.array(z.string()),
  questions: z.array(storedQuestionSchema),
});
export type QuizContent = z.infer<typeof quizContentSchema>;

/** What a game runs on; it never changes, whatever its author edits meanwhile. */
export const quizVersionSchema = quizContentSchema.extend({ quizVersionId: quizVersionIdSchema, quizId: quizIdSchema });
export type QuizVersion = z.infer<typeof quizVersionSchema>;

/** Gives an id to every question and option that has none yet. */
export function storeQuiz(quiz: QuizDraft | QuizWorkingCopy, newId: () => string): QuizContent {
  const { title, description, language, level, tags, questions } = quiz;
  return {
    title,
    description,
    language,
    ...(level === undefined ? {} : { level }),
    tags,
    questions: questions.map((question) => storeQuestion(question, newId)),
  };
}

/** The JSON form of CONTRACT, section 5, with ids: what was read this way can be put back. */
export function draftOf(content: QuizContent): QuizWorkingCopy {
  const { title, description, language, level, tags, questions } = content;
  return { title, description, language, ...(level === undefined ? {} : { level }), tags, questions: [...questions] };
}

export type QuizProblem = { path: (string | number)[]; message: string };

/** What keeps a quiz from being played, each with its place and one sentence; empty for a finished quiz. */
export function findQuizProblems(quiz: unknown): QuizProblem[] {
  const parsed = quizDraftSchema.safeParse(quiz);
  return parsed.success ? [] : quizProblems(parsed.error);
}

/** The problems of a refused quiz in the form in which every door reports them. */
export const quizProblems = (error: z.ZodError): QuizProblem[] =>
  error.issues.map(({ path, message }) => ({ path: path.map((step) => (typeof step === "number" ? step : String(step))), message }));
