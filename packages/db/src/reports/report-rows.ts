import type { ParticipantId } from "@quickfire/engine";
import { answerInWords } from "./answer-in-words";
import type { StoredAnswer } from "./report-answers";
import type { ReportGame } from "./report-game";
import type { ReportParticipant, ReportQuestion, ReportRow } from "./report-repository.types";

/** Participants times questions, so that who did not answer has a row as well. */
export function reportRows(game: ReportGame, { participants, questions, answers }: { participants: ReportParticipant[]; questions: ReportQuestion[]; answers: StoredAnswer[] }): ReportRow[] {
  const given = new Map(answers.map((answer) => [keyOf(answer.round, answer.participantId), answer]));
  return participants.flatMap(({ participantId, name }) =>
    questions.map(({ round, questionId, text }) => {
      const answer = given.get(keyOf(round, participantId));
      return {
        participantId,
        name,
        round,
        questionId,
        question: text,
        answer: answer ? answerInWords(game.question(questionId), answer.answer) : null,
        right: answer?.right ?? null,
        points: answer?.points ?? 0,
        timeMs: answer?.timeMs ?? null,
        at: answer?.at ?? null,
      };
    }),
  );
}

const keyOf = (round: number, participantId: ParticipantId) => `${round} ${participantId}`;
