import type { ParticipantId } from "../ids";
import type { AnswerResult, Tally } from "../messages";
import { questionOf } from "../game-clock";
import { isScored, type ReadAnswer } from "../question-types";
import type { QuizVersion } from "../quiz";
import { tallyView } from "../views/question-views";

export type KeptAnswer = { read: ReadAnswer; points: number; elapsedMs: number; receipt: AnswerResult };

/** The rounds that were opened and not skipped, up to one of them: those that count. */
export type CountedRounds = readonly number[];

/** Every accepted answer of a game, by round; scores, times, streaks and tallies are derived from them each time. */
export function createAnswerBook(quiz: QuizVersion) {
  const rounds = new Map<number, Map<ParticipantId, KeptAnswer>>();
  const find = (round: number, participantId: ParticipantId): KeptAnswer | undefined => rounds.get(round)?.get(participantId);
  const sum = (participantId: ParticipantId, counted: CountedRounds, part: "points" | "elapsedMs"): number =>
    counted.reduce((total, round) => total + (find(round, participantId)?.[part] ?? 0), 0);

  return {
    find,

    keep(round: number, participantId: ParticipantId, answer: KeptAnswer): void {
      const given = rounds.get(round) ?? new Map<ParticipantId, KeptAnswer>();
      rounds.set(round, given.set(participantId, answer));
    },

    scoreOf: (participantId: ParticipantId, counted: CountedRounds): number => sum(participantId, counted, "points"),

    /** What somebody earned in each round. */
    pointsOf: (participantId: ParticipantId): Map<number, number> =>
      new Map([...rounds].map(([round, given]) => [round, given.get(participantId)?.points ?? 0])),

    totalMsOf: (participantId: ParticipantId, counted: CountedRounds): number => sum(participantId, counted, "elapsedMs"),

    /** Right answers in a row at the end of these rounds: one without an answer breaks it, unscored ones are left out. */
    streakOf: (participantId: ParticipantId, counted: CountedRounds): number =>
      counted
        .filter((round) => isScored(questionOf(quiz, round)))
        .reduce((streak, round) => (find(round, participantId)?.read.mark?.correct ? streak + 1 : 0), 0),

    tallyOf(round: number): Tally {
      const given = [...(rounds.get(round)?.values() ?? [])];
      const counts = new Map<string, number>();
      for (const key of given.flatMap(({ read }) => read.tallyKeys)) counts.set(key, (counts.get(key) ?? 0) + 1);
      return tallyView(questionOf(quiz, round), { answered: given.length, right: given.filter(({ read }) => read.mark?.correct).length, counts });
    },
  };
}
