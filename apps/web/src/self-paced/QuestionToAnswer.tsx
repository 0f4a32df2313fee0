import type { OpenQuestion } from "@quickfire/engine";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { forgetDraft } from "@/live/memory/draft-memory";
import { Fuse } from "@/live/parts/Fuse";
import { QuestionMedia } from "@/live/parts/QuestionMedia";
import { useReached } from "@/live/parts/server-time";
import { AnswerStatus } from "@/live/player/AnswerStatus";
import questionStyles from "@/live/player/QuestionScene.module.css";
import { QuestionText } from "@/live/player/QuestionText";
import scene from "@/live/player/scene.module.css";
import { Slide } from "@/live/player/Slide";
import { SecondsLeft } from "@/live/player/SecondsLeft";
import { questionInputOf } from "@/live/question-inputs/registry";
import type { AnswerState, TypedAnswer } from "@/live/store/answer";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import type { PendingAnswer } from "./attempt-memory";
import styles from "./QuestionToAnswer.module.css";

type QuestionProps = {
  title: string;
  question: OpenQuestion;
  /** Null where it may not be told yet. */
  score: number | null;
  pending: PendingAnswer | null;
  offline: boolean;
  timed: boolean;
  onAnswer: (answer: TypedAnswer | null) => void;
  /** The question's time is over, and the server has closed it. */
  onOver: () => void;
};

/** The server still takes an answer for this long after the limit. */
const graceMs = 2_100;

/** A question at one's own pace: the same parts as in a live game, and a way to say that one does not know. */
export function QuestionToAnswer({ title, question, score, pending, offline, timed, onAnswer, onOver }: QuestionProps) {
  const t = useTranslations("selfPaced");
  const player = useTranslations("player");
  const format = useFormatter();
  const over = useReached(timed ? question.endTime : null);
  const closed = useReached(timed ? new Date(Date.parse(question.endTime) + graceMs).toISOString() : null);
  const input = questionInputOf(question.type);
  const state: AnswerState | undefined = pending ? { questionId: question.questionId, answer: pending.answer, status: "pending", actionId: question.questionId, chosenAt: 0 } : undefined;
  const answer = (given: TypedAnswer | null) => {
    forgetDraft();
    onAnswer(given);
  };
  useEffect(() => { if (closed && !pending) onOver(); }, [closed, pending, onOver]);
  return (
    <main id="main" className={classNames(scene.page, scene.fixed)}>
      <header className={styles.bar}>
        <div className={styles.what}>
          <b>{title}</b>
          <span>{player("question", { round: question.round, rounds: question.rounds })}</span>
        </div>
        {score === null ? null : (
          <div className={styles.score}>
            <span className="visually-hidden">{player("yourScore")}</span>
            <span className="figure">{format.number(score)}</span>
          </div>
        )}
      </header>
      {timed ? <Fuse start={question.startTime} end={question.endTime} offline={offline} /> : <Walked round={question.round} rounds={question.rounds} />}
      <p className={styles.trouble} role="status">{offline ? t("offline") : null}</p>
      <div className={classNames(scene.body, questionStyles.body)}>
        <div className={classNames(questionStyles.asked, (input.Asked || input.asksShort) && questionStyles.asksShort)}>
          {input.Asked ? <div className={questionStyles.text}><input.Asked /></div> : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long question scrolls, also by keyboard
            <div className={questionStyles.text} tabIndex={0} role="region" aria-label={player("questionText")}>
              {question.type === "slide" ? <Slide question={question} /> : <QuestionText text={question.text} />}
              <QuestionMedia media={input.ownSound ? { ...question.media, audio: undefined } : question.media} className={questionStyles.media} />
            </div>
          )}
          {timed ? <SecondsLeft end={question.endTime} frozen={false} /> : null}
        </div>
        <input.Answering key={question.questionId} question={question} state={state} open={!over && !pending} optionsOnly={false} onAnswer={answer} />
        {question.type === "slide" ? (
          <Button look="primary" size="wide" disabled={pending !== null} onClick={() => answer(null)}>{t("goOn")}</Button>
        ) : (
          <div className={styles.foot}>
            <AnswerStatus type={question.type} state={state} over={over} offline={offline} />
            <Button look="quiet" size="phone" disabled={pending !== null || over} onClick={() => answer(null)}>{t("pass")}</Button>
          </div>
        )}
      </div>
    </main>
  );
}

/** How far one has come, where no clock runs. */
function Walked({ round, rounds }: { round: number; rounds: number }) {
  return <div className={styles.walked} aria-hidden><i style={{ width: `${((round - 1) / rounds) * 100}%` }} /></div>;
}
