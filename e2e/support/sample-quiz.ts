/** A quiz in the contract's form with one question of each playable type; the right answers are known to the tests alone. */
export function sampleQuiz(title = "Four kinds of questions", timeLimit = 20) {
  return {
    title,
    description: "One of each kind.",
    language: "en",
    level: "A2",
    tags: ["sample"],
    questions: [
      { type: "choice", text: "Which word is a verb?", options: [{ text: "run", correct: true }, { text: "blue" }, { text: "table" }, { text: "slow" }], timeLimit, points: 1000, explanation: "You can run; you can't blue." },
      { type: "multiple", text: "Which are animals?", options: [{ text: "cat", correct: true }, { text: "chair" }, { text: "horse", correct: true }, { text: "spoon" }], timeLimit, points: 1000 },
      { type: "truefalse", text: "Water is wet.", answer: true, timeLimit, points: 500 },
      { type: "typed", text: "Write the past of “go”.", accepted: ["went"], typos: 0, timeLimit, points: 1000 },
    ],
  };
}
