import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import type { TypedAnswer } from "../store/answer";
import { StageTexts } from "../stage/StageTexts";
import { StageTypeHint } from "../stage/StageTypeHint";
import type { AnsweringProps, QuestionInput, ReviewProps } from "./question-input";
import { acceptedTexts } from "./right-answer";
import styles from "./typed.module.css";

const longestText = 200;

const textOf = (answer: TypedAnswer | null): string | null => (typeof answer?.text === "string" ? answer.text : null);

/** The field and "Lock in" stand together above the keyboard; the keyboard's own key does the same. */
function Answering({ state, open, onAnswer }: AnsweringProps) {
  const t = useTranslations("player.answer");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const given = state && state.status !== "refused" ? state : null;
  const free = open && !given;
  const ready = free && text.trim() !== "";

  // A question that is answered by typing may take the keyboard at once: nothing else on this screen could want it.
  useEffect(() => {
    if (free) field.current?.focus({ preventScroll: true });
  }, [free]);

  const lockIn = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onAnswer({ text: text.trim() });
  };
  return (
    <form onSubmit={lockIn}>
      <label className={styles.label} htmlFor={id}>{t("typedLabel")}</label>
      <input
        ref={field}
        id={id}
        className={styles.input}
        value={given ? (textOf(given.answer) ?? text) : text}
        onChange={(event) => setText(event.target.value)}
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

function Review({ closed, answer, correct }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const own = textOf(answer);
  const [best = "", ...others] = acceptedTexts(closed);
  return (
    <>
      {own !== null ? (
        <div>
          <p className={styles.reviewLabel}>{t("yourAnswer")}</p>
          <p className={classNames(styles.text, correct ? styles.right : styles.wrong)}>{own}{correct ? <Check aria-hidden /> : <X aria-hidden />}</p>
        </div>
      ) : null}
      {correct ? null : (
        <div>
          <p className={styles.reviewLabel}>{t("rightAnswer")}</p>
          <p className={classNames(styles.text, styles.right)}>{best}<Check aria-hidden /></p>
        </div>
      )}
      {others.length > 0 ? <p className={styles.also}>{t("alsoAccepted", { texts: others.join(", ") })}</p> : null}
    </>
  );
}

/** A word or a few, typed. */
export const typed: QuestionInput = { Answering, Review, Shown: StageTypeHint, Distribution: StageTexts };
