import { assignmentIdSchema, type AssignmentSettings, assignmentSettingsSchema, createAssignmentCode, type GameId, missedQuestions, type QuestionId, type QuizId, type UserId } from "@quickfire/engine";
import type { WebServices } from "../context";
import { refuse, refuseField } from "../errors";
import { readDeadline } from "./deadline";
import { refuseUnplayable } from "./refuse-unplayable";

type Services = Pick<WebServices, "quizzes" | "games" | "reports" | "assignments" | "store" | "urls" | "newId" | "randomInt">;
type Terms = { hostUserId: UserId; title?: string; deadline?: string; settings?: AssignmentSettings };

/** Hands out a quiz as it stands now, or some of its questions; later edits leave it alone. */
export async function assignQuiz(services: Services, asked: Terms & { quizId: QuizId; questionIds?: QuestionId[] }) {
  const published = await services.quizzes.publish({ quizId: asked.quizId, ownerId: asked.hostUserId });
  if (!published.ok) return refuseUnplayable(services, { quizId: asked.quizId, ownerId: asked.hostUserId });
  const { quizId, quizVersionId, title, questions } = published.value;
  const wanted = asked.questionIds && new Set(asked.questionIds);
  const questionIds = questions.flatMap(({ id }) => (!wanted || wanted.has(id) ? [id] : []));
  if (wanted && questionIds.length !== wanted.size) refuseField(["questionIds"], "The quiz has no such question.");
  return store(services, { ...asked, quizId, quizVersionId, questionIds, title: asked.title || title });
}

/** Hands out what the class of a live game got wrong, as it was asked there. */
export async function assignMissed(services: Services, asked: Terms & { gameId: GameId; wrongPercent: number }) {
  const { gameId, hostUserId, wrongPercent } = asked;
  const [game, report] = await Promise.all([services.games.byId({ gameId, hostUserId }), services.reports.report({ gameId, hostUserId })]);
  if (!game || !report) return refuse("NOT_FOUND");
  const missed = missedQuestions(report.questions, wrongPercent);
  if (missed.length === 0) refuseField(["wrongPercent"], "No question was missed by that many.");
  const { quizId, quizVersionId, title } = game;
  return store(services, { ...asked, quizId, quizVersionId, gameId, questionIds: missed.map(({ questionId }) => questionId), title: asked.title || title });
}

type Ready = Terms & Pick<Parameters<Services["assignments"]["create"]>[0], "quizId" | "quizVersionId" | "gameId" | "questionIds" | "title">;

async function store({ assignments, store: games, urls, newId, randomInt }: Services, { hostUserId, quizId, quizVersionId, gameId, questionIds, title, deadline, settings }: Ready) {
  const assignmentId = assignmentIdSchema.parse(newId());
  const code = createAssignmentCode(randomInt);
  const until = readDeadline(deadline, games.now());
  await assignments.create({ assignmentId, code, hostUserId, quizId, quizVersionId, gameId, title, questionIds, settings: settings ?? assignmentSettingsSchema.parse({}), deadline: until });
  return { assignmentId, code, url: `${urls.web}/a/${code}`, title, questions: questionIds.length, deadline: until.toISOString() };
}
