import type { OpenQuestion } from "@quickfire/engine";
import { unscoredTypes } from "@quickfire/engine/question-types/question-type-names";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useQuizLanguage } from "@/live/parts/use-quiz-language";
import { Explanation } from "@/live/player/Explanation";
import revealStyles from "@/live/player/RevealScene.module.css";
import scene from "@/live/player/scene.module.css";
import type { Verdict } from "@/live/player/verdict";
import { VerdictPlane } from "@/live/player/VerdictPlane";
import { questionInputOf } from "@/live/question-inputs/registry";
import type { QuestionClosed } from "@/live/store/live-game";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import { typedAnswer } from "./typed-answer";

export type Review = { question: OpenQuestion; closed: QuestionClosed; answer?: unknown; correct: boolean | null; points: number };

/** What a question taught, with the way on. */
export function QuestionReview({ review, note, next, onNext }: { review: Review; note?: ReactNode; next: string; onNext: () => void }) {
  const t = useTranslations("player");
  const language = useQuizLanguage();
  const button = useRef<HTMLButtonElement>(null);
  const { question, closed } = review;
  const answer = typedAnswer(review.answer);
  const input = questionInputOf(question.type);
  // Enter goes on: whoever answers by keyboard stays on it.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <main id="main" className={scene.page}>
      <VerdictPlane verdict={verdictOf(review)} where={t("question", { round: question.round, rounds: question.rounds })} note={note} />
      <div className={classNames(scene.body, revealStyles.body)}>
        <p className={revealStyles.question} lang={language}>{question.text}</p>
        <input.Review question={question} closed={closed} answer={answer} correct={review.correct === true} />
        <Explanation text={closed.explanation} />
        <div className={scene.push} />
        <Button ref={button} look="primary" size="wide" onClick={onNext}>{next}</Button>
      </div>
    </main>
  );
}

function verdictOf({ question, answer, correct, points }: Review): Verdict {
  if (unscoredTypes.has(question.type)) return { kind: "unscored" };
  if (correct) return { kind: "right", points };
  if (points > 0) return { kind: "partly", points };
  return typedAnswer(answer) === null ? { kind: "none" } : { kind: "wrong" };
}
