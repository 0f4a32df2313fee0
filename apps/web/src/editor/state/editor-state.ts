import type { QuestionId } from "@quickfire/engine/ids";
import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import type { QuizContent } from "@quickfire/engine/quiz";

/** What undo goes back to: the quiz, and which question was being looked at. */
type Moment = { quiz: QuizContent; selectedId: QuestionId | null };

export type EditorState = Moment & {
  past: readonly Moment[];
  future: readonly Moment[];
  /** The last change of text, while further typing still belongs to it. */
  typing: { place: string; at: number } | null;
};

/** Everything about a quiz but its questions. */
export type QuizFacts = Omit<QuizContent, "questions">;

export type EditorAction =
  /** `place` names the field: typing there in one go is undone in one go. */
  | { name: "facts-changed"; facts: Partial<QuizFacts>; place: string; at: number }
  | { name: "question-changed"; question: StoredQuestion; place: string; at: number }
  | { name: "questions-added"; questions: readonly StoredQuestion[]; after: QuestionId | null }
  | { name: "question-removed"; questionId: QuestionId }
  | { name: "question-moved"; questionId: QuestionId; to: number }
  | { name: "question-selected"; questionId: QuestionId }
  /** Another version takes the place of this one; undo brings this one back. */
  | { name: "quiz-replaced"; quiz: QuizContent }
  | { name: "undone" }
  | { name: "redone" };

const historyLength = 200;
const typingPauseMs = 1_000;

export function openEditor(quiz: QuizContent): EditorState {
  return { quiz, selectedId: quiz.questions[0]?.id ?? null, past: [], future: [], typing: null };
}

export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  switch (action.name) {
    case "facts-changed":
      return typed(state, { ...state.quiz, ...action.facts }, action);
    case "question-changed":
      return typed(state, withQuestions(state.quiz, (questions) => questions.map((one) => (one.id === action.question.id ? action.question : one))), action);
    case "questions-added":
      return added(state, action);
    case "question-removed":
      return removed(state, action.questionId);
    case "question-moved":
      return moved(state, action);
    case "question-selected":
      return { ...state, selectedId: action.questionId, typing: null };
    case "quiz-replaced":
      return changed(state, { quiz: action.quiz, selectedId: stillThere(action.quiz, state.selectedId) });
    case "undone":
      return travelled(state, "past", "future");
    case "redone":
      return travelled(state, "future", "past");
  }
}

export function selectedQuestion({ quiz, selectedId }: Moment): StoredQuestion | null {
  return quiz.questions.find((question) => question.id === selectedId) ?? null;
}

export function positionOf(quiz: QuizContent, questionId: QuestionId | null): number {
  return quiz.questions.findIndex((question) => question.id === questionId);
}

const momentOf = ({ quiz, selectedId }: EditorState): Moment => ({ quiz, selectedId });

const withQuestions = (quiz: QuizContent, change: (questions: StoredQuestion[]) => StoredQuestion[]): QuizContent => ({ ...quiz, questions: change(quiz.questions) });

/** A step of its own in the history. */
function changed(state: EditorState, next: Moment): EditorState {
  return { ...next, past: [...state.past, momentOf(state)].slice(-historyLength), future: [], typing: null };
}

/** Joins the step before if the same field was typed in a moment ago. */
function typed(state: EditorState, quiz: QuizContent, { place, at }: { place: string; at: number }): EditorState {
  const goesOn = state.typing?.place === place && at - state.typing.at < typingPauseMs;
  const next = { quiz, selectedId: state.selectedId };
  return { ...(goesOn ? { ...next, past: state.past, future: [] } : changed(state, next)), typing: { place, at } };
}

function added(state: EditorState, { questions, after }: { questions: readonly StoredQuestion[]; after: QuestionId | null }): EditorState {
  const first = questions[0];
  if (!first) return state;
  const position = after === null ? state.quiz.questions.length : positionOf(state.quiz, after) + 1;
  return changed(state, { quiz: withQuestions(state.quiz, (before) => before.toSpliced(position, 0, ...questions)), selectedId: first.id });
}

/** The next question takes the place of the removed one; after the last, the one before. */
function removed(state: EditorState, questionId: QuestionId): EditorState {
  const position = positionOf(state.quiz, questionId);
  if (position < 0) return state;
  const quiz = withQuestions(state.quiz, (questions) => questions.toSpliced(position, 1));
  const neighbour = quiz.questions[Math.min(position, quiz.questions.length - 1)]?.id ?? null;
  return changed(state, { quiz, selectedId: state.selectedId === questionId ? neighbour : state.selectedId });
}

function moved(state: EditorState, { questionId, to }: { questionId: QuestionId; to: number }): EditorState {
  const from = positionOf(state.quiz, questionId);
  const question = state.quiz.questions[from];
  const target = Math.min(Math.max(to, 0), state.quiz.questions.length - 1);
  if (!question || target === from) return state;
  return changed(state, { quiz: withQuestions(state.quiz, (questions) => questions.toSpliced(from, 1).toSpliced(target, 0, question)), selectedId: questionId });
}

function travelled(state: EditorState, from: "past" | "future", to: "past" | "future"): EditorState {
  const moment = state[from].at(-1);
  if (!moment) return state;
  return { ...moment, past: state.past, future: state.future, [from]: state[from].slice(0, -1), [to]: [...state[to], momentOf(state)], typing: null };
}

function stillThere(quiz: QuizContent, questionId: QuestionId | null): QuestionId | null {
  return quiz.questions.find((question) => question.id === questionId)?.id ?? quiz.questions[0]?.id ?? null;
}
