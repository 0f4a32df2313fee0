/** Quizzes in the author's form (CONTRACT.md, section 5): whole and valid, with what matters to a test laid over. */
export function buildChoice(overrides: Partial<ChoiceDraft> = {}): ChoiceDraft {
  return {
    type: "choice",
    text: "Which word means the same as “big”?",
    options: [
      { text: "large", correct: true },
      { text: "tiny", correct: false },
      { text: "quick", correct: false },
      { text: "late", correct: false },
    ],
    timeLimit: 20,
    points: 1000,
    ...overrides,
  };
}

export function buildMultiple(overrides: Partial<MultipleDraft> = {}): MultipleDraft {
  return {
    type: "multiple",
    text: "Which of these are fruits?",
    options: [
      { text: "apple", correct: true },
      { text: "pear", correct: true },
      { text: "carrot", correct: false },
      { text: "bread", correct: false },
    ],
    timeLimit: 20,
    points: 1000,
    ...overrides,
  };
}

export function buildTrueFalse(overrides: Partial<TrueFalseDraft> = {}): TrueFalseDraft {
  return { type: "truefalse", text: "“Went” is the past of “go”.", answer: true, timeLimit: 20, points: 1000, ...overrides };
}

export function buildTyped(overrides: Partial<TypedDraft> = {}): TypedDraft {
  return { type: "typed", text: "What is the British spelling of “color”?", accepted: ["colour"], typos: 0, timeLimit: 20, points: 1000, ...overrides };
}

/** One question of each kind, in this order: choice, multiple, truefalse, typed. */
export function buildQuiz(overrides: Partial<QuizOfBuilders> = {}): QuizOfBuilders {
  return {
    title: "Words for today",
    description: "A quiz for tests.",
    language: "en",
    tags: ["test"],
    questions: [buildChoice(), buildMultiple(), buildTrueFalse(), buildTyped()],
    ...overrides,
  };
}

type Common = { text: string; timeLimit: number; points: number; explanation?: string };
type Options = { options: { text: string; correct: boolean }[] };

export type ChoiceDraft = Common & Options & { type: "choice" };
export type MultipleDraft = Common & Options & { type: "multiple" };
export type TrueFalseDraft = Common & { type: "truefalse"; answer: boolean };
export type TypedDraft = Common & { type: "typed"; accepted: string[]; typos: number };
export type QuestionOfBuilders = ChoiceDraft | MultipleDraft | TrueFalseDraft | TypedDraft;
export type QuizOfBuilders = {
  title: string;
  description: string;
  language: string;
  level?: "A1" | "A2" | "B1" | "B2" | "C1" | "C2";
  tags: string[];
  questions: QuestionOfBuilders[];
};
