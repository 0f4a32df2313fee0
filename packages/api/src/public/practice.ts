import type { LearnerAnswer } from "@quickfire/db";
import { closedQuestionView, mistakesOf, openQuestionView, type QuestionId, readAnswer, shownTextOf, type UserId, wireInstant } from "@quickfire/engine";
import type { WebServices } from "../context";
import { refuse, refuseField } from "../errors";

type Services = Pick<WebServices, "learners" | "store">;

/** As many as fit into a few minutes. */
const roundLength = 10;
const mostListed = 50;

/** How much there is to practise now and later, with the first of it. */
export async function listMistakes(services: Services, userId: UserId) {
  const { mistakes, placeOf } = await readMistakes(services, userId);
  const due = mistakes.filter(({ dueAt }) => dueAt <= services.store.now());
  const listed = mistakes.slice(0, mostListed);
  const questions = await services.learners.questions(listed.map(({ questionId }) => placeOf(questionId)));
  return {
    due: due.length,
    later: mistakes.length - due.length,
    mistakes: listed.flatMap(({ questionId, rightSince, dueAt }) => {
      const asked = questions.get(questionId);
      return asked ? [{ questionId, text: shownTextOf(asked.question), title: asked.title, language: asked.language, rightSince, dueAt: wireInstant(dueAt) }] : [];
    }),
  };
}

/** The questions to practise now, without what is right. */
export async function mistakesToPractise(services: Services, { userId, ahead }: { userId: UserId; ahead: boolean }) {
  const { mistakes, placeOf } = await readMistakes(services, userId);
  const now = services.store.now();
  const chosen = mistakes.filter(({ dueAt }) => ahead || dueAt <= now).slice(0, roundLength);
  const found = await services.learners.questions(chosen.map(({ questionId }) => placeOf(questionId)));
  const questions = chosen.flatMap(({ questionId }) => found.get(questionId) ?? []);
  return questions.map(({ question, title, language }, index) => ({
    title,
    language,
    question: openQuestionView(question, { round: index + 1, rounds: questions.length, startsAt: now, endsAt: now }),
  }));
}

/** Marks an answer to a question that the learner answered before, and shows what was right. */
export async function answerMistake(services: Services, { userId, actionId, questionId, answer: given }: { userId: UserId; actionId: string; questionId: QuestionId; answer: Record<string, unknown> | null }) {
  const { placeOf, isKnown } = await readMistakes(services, userId);
  if (!isKnown(questionId)) return refuse("NOT_FOUND");
  const place = placeOf(questionId);
  const asked = (await services.learners.questions([place])).get(questionId);
  if (!asked) return refuse("NOT_FOUND");
  const read = given && readAnswer(asked.question, { answer: given });
  if (read && !read.ok) return refuseField(["answer"], "This is not an answer to the question.");
  const marked = { answer: read?.value.answer ?? null, correct: read?.value.mark?.correct ?? false };
  const now = services.store.now();
  const stood = await services.learners.practise({ userId, actionId, ...place, ...marked, now });
  if (stood.questionId !== questionId) return refuse("KEY_REUSED");
  const left = (await readMistakes(services, userId)).mistakes.find((mistake) => mistake.questionId === questionId);
  return {
    closed: closedQuestionView(asked.question, { answered: 1, right: stood.correct ? 1 : 0 }),
    answer: stood.answer,
    correct: stood.correct,
    /** Null once it has left the list. */
    dueAt: left ? wireInstant(left.dueAt) : null,
  };
}

/** A learner's mistakes, and where each question is found as it was last asked. */
async function readMistakes({ learners }: Services, userId: UserId) {
  const answers = await learners.answers(userId);
  const newest = new Map<QuestionId, LearnerAnswer>();
  for (const answer of answers) if (answer.at >= (newest.get(answer.questionId)?.at ?? 0)) newest.set(answer.questionId, answer);
  return {
    mistakes: mistakesOf(answers),
    isKnown: (questionId: QuestionId) => newest.has(questionId),
    placeOf(questionId: QuestionId) {
      const answer = newest.get(questionId) ?? refuse("NOT_FOUND");
      return { questionId, quizVersionId: answer.quizVersionId };
    },
  };
}
