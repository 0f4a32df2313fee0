import { buildQuiz } from "@quickfire/testing";
import type { ApiUnderTest, Person } from "./use-api";

export type OpenGame = { quizId: string; gameId: string; pin: string };

export async function createQuiz(author: Person): Promise<string> {
  const created = await author.rest.post<{ id: string }>("/quizzes", buildQuiz());
  return created.body.id;
}

export async function openGame(author: Person, settings?: Record<string, unknown>): Promise<OpenGame> {
  const quizId = await createQuiz(author);
  const opened = await author.rest.post<{ gameId: string; pin: string }>("/games", { quizId, settings });
  return { quizId, gameId: opened.body.gameId, pin: opened.body.pin };
}

export type Joined = { quizId: string; gameId: string; participantId: string; name: string; token: string; wsUrl: string };

export async function joinAs(api: ApiUnderTest, pin: string, participantName: string): Promise<Joined> {
  const joined = await api.rest().post<Joined>(`/quizzes/${pin}/join`, { participantName });
  if (joined.status !== 201) throw new Error(joined.text);
  return joined.body;
}
