/** Nobody must have to hurry: a question closes once all have answered. */
export const timeLimitSeconds = 60;

/**
 * A quiz with so many questions, and a game on it that takes so many players.
 *
 * @param {import("./author.mjs").Author} author
 * @param {{ questions: number, preset: "race" | "classroom", players: number }} options
 * @returns {Promise<{ gameId: string, pin: string }>}
 */
export async function openGame(author, { questions, preset, players }) {
  const quiz = {
    title: "Load",
    language: "en",
    questions: Array.from({ length: questions }, (_, index) => ({
      type: "choice",
      text: `Question ${index + 1}: which of these four sentences about the weather is in the past tense?`,
      options: [{ text: "It rained all day.", correct: true }, { text: "It is raining." }, { text: "It will rain soon." }, { text: "It rains a lot here." }],
      timeLimit: timeLimitSeconds,
      points: 1_000,
    })),
  };
  const { id } = await author.make("/quizzes", quiz, 201);
  const feedback = preset === "race" ? { feedback: "instant", leaderboard: "live" } : { feedback: "reveal", leaderboard: "reveal" };
  // A crowd that joins as fast as it can is a flood, which would lock the lobby.
  const settings = { ...feedback, countdown: 1, maxParticipants: Math.max(20_000, players), floodLock: 100_000 };
  const { gameId, pin } = await author.make("/games", { quizId: id, settings }, 201);
  return { gameId, pin };
}
