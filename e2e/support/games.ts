import { RestClient } from "./rest-client";
import { sampleQuiz } from "./sample-quiz";
import { demo } from "./stack";

export type OpenedGame = { host: RestClient; gameId: string; pin: string; quizId: string };

/** A game of the demo author, opened by REST, for tests that begin in the lobby. */
export async function openGame(settings: Record<string, unknown> = {}, quiz: unknown = sampleQuiz()): Promise<OpenedGame> {
  const host = await RestClient.signIn(demo.author, demo.password);
  const made = await host.post<{ id: string }>("/quizzes", quiz);
  if (made.status !== 201) throw new Error(`the quiz was answered with ${made.status}: ${JSON.stringify(made.body)}`);
  const game = await host.post<{ gameId: string; pin: string }>("/games", { quizId: made.body.id, settings });
  if (game.status !== 201) throw new Error(`the game was answered with ${game.status}: ${JSON.stringify(game.body)}`);
  return { host, quizId: made.body.id, ...game.body };
}
