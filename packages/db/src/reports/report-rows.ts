import type { ParticipantId, StoredQuestion } from "@quickfire/engine";
import type { Database } from "../database";
import { answerInWords } from "./answer-in-words";
import { readAnswersOf, type StoredAnswer } from "./report-answers";
import type { ReportGame } from "./report-game";
import type { ReportParticipant, ReportQuestion, ReportRow } from "./report-repository.types";

export type PlayedParts = { participants: readonly ReportParticipant[]; questions: readonly ReportQuestion[] };

/** About so many rows are held at a time, also of a stadium with fifty questions. */
const rowsAtATime = 2_000;

/**
 * Participants times questions, so that who did not answer has a row as well; some people at a time, read when they are wanted. Nothing
 * stays open in between: a reader may be as slow as they like.
 */
export async function* readReportRows({ sql }: Database, game: ReportGame, { participants, questions }: PlayedParts): AsyncGenerator<ReportRow[]> {
  const peopleAtATime = Math.max(1, Math.floor(rowsAtATime / Math.max(1, questions.length)));
  const rounds = questions.map(({ round }) => round);
  for (let from = 0; from < participants.length; from += peopleAtATime) {
    const people = participants.slice(from, from + peopleAtATime);
    const answers = await readAnswersOf(sql, { gameId: game.gameId, rounds, participantIds: people.map(({ participantId }) => participantId) });
    const inWords = rememberWords();
    yield rowsOf({ people, questions, answers, words: (questionId, answer) => inWords(game.question(questionId), answer) });
  }
}

type SomeRows = {
  people: readonly ReportParticipant[];
  questions: readonly ReportQuestion[];
  answers: readonly StoredAnswer[];
  words: (questionId: ReportQuestion["questionId"], answer: unknown) => string;
};

function rowsOf({ people, questions, answers, words }: SomeRows): ReportRow[] {
  const given = new Map(answers.map((answer) => [keyOf(answer.round, answer.participantId), answer]));
  return people.flatMap(({ participantId, name, team = null }) =>
    questions.map(({ round, questionId, text }) => {
      const answer = given.get(keyOf(round, participantId));
      return {
        participantId,
        name,
        round,
        questionId,
        question: text,
        answer: answer ? words(questionId, answer.answer) : null,
        right: answer?.right ?? null,
        points: answer?.points ?? 0,
        timeMs: answer?.timeMs ?? null,
        at: answer?.at ?? null,
        team,
      };
    }),
  );
}

const keyOf = (round: number, participantId: ParticipantId) => `${round} ${participantId}`;

/** Many give the same few answers; each is put into words once. */
function rememberWords(): typeof answerInWords {
  const known = new Map<string, string>();
  return (question: StoredQuestion, answer: unknown) => {
    const key = `${question.id} ${JSON.stringify(answer)}`;
    const words = known.get(key) ?? answerInWords(question, answer);
    known.set(key, words);
    return words;
  };
}
