import type { OpenQuestion } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { classNames } from "@/ui/class-names";
import { forgetDraft } from "../memory/draft-memory";
import { createRandomId } from "../network/random-id";
import { Fuse } from "../parts/Fuse";
import { hasTimer, ownEndOf } from "../parts/own-end";
import { QuestionMedia } from "../parts/QuestionMedia";
import { useReached } from "../parts/server-time";
import { useLiveDispatch, useLiveSelector } from "../parts/use-live";
import { questionInputOf } from "../question-inputs/registry";
import type { TypedAnswer } from "../store/answer";
import { answerChosen } from "../store/answer-slice";
import type { LiveGame } from "../store/live-game";
import { selectAnswer, selectOffline } from "../store/selectors";
import { AnswerStatus } from "./AnswerStatus";
import { ConnectionBanner } from "./ConnectionBanner";
import styles from "./QuestionScene.module.css";
import { QuestionText } from "./QuestionText";
import scene from "./scene.module.css";
import { SecondsLeft } from "./SecondsLeft";
import { useShow } from "./show-preference";
import { ShowToggle } from "./ShowChoice";
import { TopBar } from "./TopBar";

/** An open question: above what is asked, below what to tap. Nothing moves from here until the reveal. */
export function QuestionScene({ game, question }: { game: LiveGame; question: OpenQuestion }) {
  const t = useTranslations("player");
  const dispatch = useLiveDispatch();
  const state = useLiveSelector(selectAnswer);
  const offline = useLiveSelector(selectOffline);
  const { show } = useShow();
  const end = ownEndOf(question, game.you);
  // The server takes what was under way when the time ran out; so does the phone.
  const over = useReached(game.paused ? null : new Date(Date.parse(end) + game.graceMs).toISOString());
  const input = questionInputOf(question.type);
  const optionsOnly = show === "optionsOnly" && question.optionIds.length > 0;

  const { questionId } = question;
  const answer = useCallback(
    (given: TypedAnswer) => {
      forgetDraft();
      dispatch(answerChosen({ questionId, actionId: createRandomId(), answer: given, chosenAt: Date.now() }));
    },
    [dispatch, questionId],
  );
  return (
    <div className={classNames(scene.page, scene.fixed)}>
      <TopBar game={game} where={t("question", { round: question.round, rounds: question.rounds })} action={<ShowToggle />} />
      <ConnectionBanner />
      {hasTimer(game.you) ? <Fuse start={question.startTime} end={end} frozen={game.paused} offline={offline} /> : null}
      <div className={classNames(scene.body, styles.body)}>
        <div className={classNames(styles.asked, optionsOnly && styles.asideOnly, (input.Asked || input.asksShort) && styles.asksShort)}>
          {optionsOnly && !input.Asked ? (
            <h1 className="visually-hidden" lang={game.language}>{question.text}</h1>
          ) : input.Asked ? (
            <div className={styles.text}><input.Asked /></div>
          ) : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long question scrolls, also by keyboard
            <div className={styles.text} tabIndex={0} role="region" aria-label={t("questionText")}>
              <QuestionText text={question.text} />
              <QuestionMedia media={input.ownSound ? { ...question.media, audio: undefined } : question.media} className={styles.media} />
            </div>
          )}
          {hasTimer(game.you) ? <SecondsLeft end={end} frozen={game.paused} /> : null}
        </div>
        <input.Answering key={questionId} question={question} state={state} open={!over && !game.paused} optionsOnly={optionsOnly} onAnswer={answer} />
        <AnswerStatus type={question.type} state={state} over={over} offline={offline} />
      </div>
    </div>
  );
}
