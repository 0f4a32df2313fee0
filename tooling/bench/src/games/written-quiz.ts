/** A quiz in the author's form, whose questions stay open until they are closed by hand. */
export function writeQuiz(questions: number) {
  return { title: "A benchmark", language: "en", tags: [], questions: Array.from({ length: questions }, (_, index) => writeQuestion(index + 1)) };
}

function writeQuestion(number: number) {
  const words = ["have been", "was", "am being", "were"];
  return { type: "choice", text: `I ___ here since nine o'clock. (${number})`, options: words.map((text, place) => ({ text, correct: place === 0 })), timeLimit: 240, points: 1_000 };
}
