import type { AnomalySettings } from "./anomaly-settings";
import type { Finding } from "./finding";
import { readingMsOf } from "./reading-time";
import type { WatchedGame } from "./watched-game";

/** Who guesses blindly is fast as well, and mostly wrong: of the fast answers nearly all have to be right. */
const rightShare = 0.8;
/** And most of all answers have to be fast ones: everybody is lucky now and then. */
const fastShare = 0.6;

/** Right answers that came before the question and its options can have been read. */
export function findAnswersTooFast({ questions, participants }: WatchedGame, settings: AnomalySettings): Finding[] {
  const readingMs = new Map(questions.map(({ round, words }) => [round, readingMsOf(words, settings)]));
  return participants.flatMap(({ participantId, answers }): Finding[] => {
    const judged = answers.filter(({ correct }) => correct !== null);
    const fast = judged.filter(({ round, timeMs }) => timeMs < (readingMs.get(round) ?? 0));
    const right = fast.filter(({ correct }) => correct === true);
    const fastest = right.reduce((least, answer) => Math.min(least, answer.timeMs), Number.POSITIVE_INFINITY);
    if (right.length < settings.fastAnswers || right.length < rightShare * fast.length || fast.length < fastShare * judged.length) return [];
    const inhuman = right.filter(({ timeMs }) => timeMs < settings.humanMs).length;
    const readingOfFirst = right.reduce((least, { round }) => Math.min(least, readingMs.get(round) ?? least), Number.POSITIVE_INFINITY);
    return [
      {
        rule: "answers-too-fast",
        participantId,
        strength: inhuman >= settings.fastAnswers ? 3 : inhuman > 0 ? 2 : 1,
        evidence: { kind: "faster-than-reading", rounds: right.map(({ round }) => round), answered: judged.length, fastestMs: fastest, readingMs: readingOfFirst },
      },
    ];
  });
}
