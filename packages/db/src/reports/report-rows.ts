import type { ParticipantId, StoredQuestion } from "@quickfire/engine";
import { answerInWords } from "./answer-in-words";
import type { StoredAnswer } from "./report-answers";
import type { ReportGame } from "./report-game";
import type { ReportParticipant, ReportQuestion, ReportRow } from "./report-repository.types";

export type PlayedParts = { participants: ReportParticipant[]; questions: ReportQuestion[]; answers: StoredAnswer[] };

/** Participants times questions, so that who did not answer has a row as well. */
export function reportRows(game: ReportGame, { participants, questions, answers }: PlayedParts): ReportRow[] {
  const given = new Map(answers.map((answer) => [keyOf(answer.round, answer.participantId), answer]));
  const inWords = rememberWords();
  return participants.flatMap(({ participantId, name }) =>
    questions.map(({ round, questionId, text }) => {
      const answer = given.get(keyOf(round, participantId));
      return {
        participantId,
        name,
        round,
        questionId,
        question: text,
        answer: answer ? inWords(game.question(questionId), answer.answer) : null,
        right: answer?.right ?? null,
        points: answer?.points ?? 0,
        timeMs: answer?.timeMs ?? null,
        at: answer?.at ?? null,
      };
    }),
  );
}

const keyOf = (round: number, participantId: ParticipantId) => `${round} ${participantId}`;

/** Thousands give the same few answers; each is put into words once. */
function rememberWords(): typeof answerInWords {
  const known = new Map<string, string>();
  return (question: StoredQuestion, answer: unknown) => {
    const key = `${question.id} ${JSON.stringify(answer)}`;
    const words = known.get(key) ?? answerInWords(question, answer);
    known.set(key, words);
    return words;
  };
}
