const timeLimit = 300;

/** A short quiz with a question of each type: what a phone and a wall can look like. */
export const quizOfAllTypes = {
  title: "Around the world in English",
  language: "en",
  level: "A2",
  tags: ["travel", "grammar"],
  questions: [
    { type: "slide", text: "# At the airport\n\n- **check in** your bag\n- go through **security**\n- find your **gate**" },
    { type: "choice", text: "Where do you show your passport?", options: [{ text: "at passport control", correct: true }, { text: "at the newsagent’s" }, { text: "in the waiting area" }, { text: "on the runway" }], explanation: "“Control” here means a check, not power over something.", timeLimit },
    { type: "multiple", text: "What may be in your hand luggage?", options: [{ text: "a book", correct: true }, { text: "a kitchen knife" }, { text: "a phone", correct: true }, { text: "fireworks" }], timeLimit },
    { type: "truefalse", text: "A gate is where you leave the building to get on the plane.", answer: true, timeLimit },
    { type: "typed", text: "What do you call the card that lets you on the plane?", accepted: ["boarding pass", "boarding card"], timeLimit },
    { type: "gap", text: "I [[have been]] waiting [[for]] an hour, and the bus [[still]] has not come.", bank: ["since", "yet"], timeLimit },
    { type: "order", text: "Put the words in order.", items: ["How", "long", "does", "the", "flight", "take"], timeLimit },
    { type: "match", text: "Match the words that mean the same.", pairs: [["luggage", "bags"], ["late", "delayed"], ["trip", "journey"], ["ticket office", "booking hall"]], timeLimit },
    { type: "numeric", text: "How many minutes before departure does boarding begin?", answer: 40, tolerance: 5, min: 0, max: 120, timeLimit },
    { type: "dictation", text: "Listen and write the sentence.", speech: "Please have your passport ready.", answer: "Please have your passport ready.", timeLimit },
    { type: "poll", text: "Window or aisle?", options: [{ text: "Window" }, { text: "Aisle" }, { text: "I’d rather take the train" }], timeLimit },
    { type: "wordcloud", text: "One word about your last journey?", timeLimit },
  ],
};

/** What the crowd answers, by turns: right, wrong, and something else. */
export const answersOfACrowd: Record<string, unknown[]> = {
  choice: [{ option: 0 }, { option: 0 }, { option: 2 }, { option: 1 }],
  multiple: [{ options: [0, 2] }, { options: [0] }, { options: [1, 2] }],
  truefalse: [{ value: true }, { value: false }],
  typed: [{ text: "boarding pass" }, { text: "passport" }, { text: "ticket" }],
  gap: [{ gaps: ["have been", "for", "still"] }, { gaps: ["have been", "since", "still"] }],
  order: [{ order: [0, 1, 2, 3, 4, 5] }, { order: [5, 4, 3, 2, 1, 0] }],
  match: [{ pairs: [["luggage", "bags"], ["late", "delayed"], ["trip", "journey"], ["ticket office", "booking hall"]] }, { pairs: [["luggage", "journey"], ["late", "delayed"]] }],
  numeric: [{ value: 40 }, { value: 30 }, { value: 90 }],
  dictation: [{ text: "please have your passport ready" }, { text: "please have you passport already" }],
  poll: [{ option: 0 }, { option: 1 }, { option: 2 }, { option: 0 }],
  wordcloud: [{ text: "long" }, { text: "fun" }, { text: "sunny" }, { text: "fun" }, { text: "delayed" }],
};
