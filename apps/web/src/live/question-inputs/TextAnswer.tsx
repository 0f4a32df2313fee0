import { type FormEvent, useEffect, useId, useRef } from "react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { useQuizLanguage } from "../parts/use-quiz-language";
import type { AnsweringProps } from "./question-input";
import { textIn } from "./read-form";
import { readText, useDraft } from "./use-draft";
import styles from "./typed.module.css";

/** The field and "Lock in" stand together above the keyboard; the keyboard's own key does the same. */
export function TextAnswer({ question, state, open, onAnswer, label, longest }: AnsweringProps & { label: string; longest: number }) {
  const t = useTranslations("player.answer");
  const language = useQuizLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useDraft(question.questionId, "", readText);
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
      <label className={styles.label} htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className={styles.input}
        lang={language || undefined}
        value={given ? (textIn(given.answer) ?? text) : text}
        onChange={(event) => setText(event.target.value)}
        disabled={!free}
        maxLength={longest}
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
