import { heardWords, wordsOf, writtenWords } from "@quickfire/engine/question-types/dictated-words";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Button } from "@/ui/Button";
import { Listen } from "../parts/Listen";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { DictationReveal } from "../stage/DictationReveal";
import { StageListen } from "../stage/StageListen";
import type { AnsweringProps, QuestionInput, ReviewProps } from "./question-input";
import { textIn } from "./read-form";
import { readText, useDraft } from "./use-draft";
import review from "./Review.module.css";
import styles from "./typed.module.css";

const longestText = 500;

/** Listen as often as the time allows, also slowly, and write. */
function Answering({ question, state, open, onAnswer }: AnsweringProps) {
  const t = useTranslations("player.answer");
  const language = useQuizLanguage();
  const id = useId();
  const given = state && state.status !== "refused" ? state : null;
  const free = open && !given;
  const [text, setText] = useDraft(question.questionId, "", readText);
  const ready = free && /[\p{L}\p{N}]/u.test(text);
  const lockIn = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onAnswer({ text: text.trim() });
  };
  return (
    <form onSubmit={lockIn}>
      <Listen speech={question.speech} audio={question.media?.audio} />
      <label className={styles.label} htmlFor={id}>{t("dictationLabel")}</label>
      <textarea
        id={id}
        className={`${styles.input} ${styles.area}`}
        lang={language}
        rows={2}
        value={given ? (textIn(given.answer) ?? text) : text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        disabled={!free}
        maxLength={longestText}
        enterKeyHint="send"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <Button type="submit" look="primary" size="wide" className={styles.lockIn} disabled={!ready}>{given ? t("lockedIn") : t("lockIn")}</Button>
    </form>
  );
}

/** What was spoken, with the words that somebody missed; and what they wrote. */
function Review({ closed, answer, correct }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const language = useQuizLanguage();
  const right = textIn(closed.correct) ?? "";
  const own = textIn(answer);
  const heard = heardWords(wordsOf(right), wordsOf(own ?? ""));
  const share = heard.filter(Boolean).length;
  return (
    <>
      {own === null || correct ? null : (
        <div>
          <p className={review.label}>{t("yourAnswer")}</p>
          <p className={review.value} data-wrong="" lang={language}>{own}</p>
        </div>
      )}
      <div>
        <p className={review.label}>{correct ? t("yourAnswerRight") : t("rightAnswer")}</p>
        <p className={`${review.value} ${review.heard}`} lang={language}>
          <span>
            {writtenWords(right).map((word, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the words of a sentence have no names of their own, and never change
              <span key={index}>{index > 0 ? " " : ""}{heard[index] || own === null ? word : <b>{word}<span className="visually-hidden"> ({t("missed")})</span></b>}</span>
            ))}
          </span>
        </p>
      </div>
      {own === null || correct ? null : <p className={review.note}>{t("wordsRight", { right: share, count: heard.length })}</p>}
    </>
  );
}

/** What is heard, written down. */
export const dictation: QuestionInput = { ownSound: true, Answering, Review, Shown: StageListen, Distribution: DictationReveal };
