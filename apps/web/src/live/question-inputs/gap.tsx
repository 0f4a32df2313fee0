import { useTranslations } from "next-intl";
import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/ui/Button";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { GapReveal } from "../stage/GapReveal";
import { StageWords } from "../stage/StageWords";
import { GapReview } from "./GapReview";
import type { AnsweringProps, QuestionInput } from "./question-input";
import { gapsIn } from "./read-form";
import { readTexts, useDraft } from "./use-draft";
import { useDrag } from "./use-drag";
import { useSlots } from "./use-slots";
import { WordChip } from "./WordChip";
import lockStyles from "./LockIn.module.css";
import styles from "./words.module.css";

const longestText = 200;

const Answering = (props: AnsweringProps) => (props.question.optionIds.length > 0 ? <PickedGaps {...props} /> : <TypedGaps {...props} />);

const partsOf = ({ parts, text }: AnsweringProps["question"]): string[] => parts ?? [text];

/** The text with something in each of its gaps. */
function Sentence({ parts, children }: { parts: readonly string[]; children: (gap: number) => ReactNode }) {
  const language = useQuizLanguage();
  return (
    <p className={styles.sentence} lang={language}>
      {parts.map((part, index) => (
        // A text's pieces have no names of their own, and never change.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>{index > 0 ? children(index - 1) : null}{part}</Fragment>
      ))}
    </p>
  );
}

/** Words are tapped into the gaps, or dragged. */
function PickedGaps({ question, state, open, onAnswer }: AnsweringProps) {
  const t = useTranslations("player.answer");
  const language = useQuizLanguage();
  const parts = partsOf(question);
  const given = state && state.status !== "refused" ? state : null;
  const free = open && !given;
  const { slots, active, filled, activate, place, take } = useSlots({ questionId: question.questionId, places: parts.length - 1, options: question.options.length });
  const [said, setSaid] = useState("");
  const words = given ? gapsIn(given.answer) : slots.map((slot) => (slot === null ? "" : (question.options[slot] ?? "")));
  const put = (option: number, gap = active) => {
    place(option, gap);
    setSaid(t("placedInGap", { word: question.options[option] ?? "", number: gap + 1 }));
  };
  const dragOf = useDrag((option, gap) => { if (free) put(Number(option), Number(gap)); });
  const lockIn = () => onAnswer({ gaps: words });
  return (
    <>
      <div className={styles.scroll}>
        <Sentence parts={parts}>
          {(gap) => (
            <button
              type="button"
              className={styles.slot}
              data-drop={gap}
              data-filled={words[gap] ? "" : undefined}
              data-active={free && gap === active ? "" : undefined}
              aria-label={words[gap] ? t("gapFilled", { number: gap + 1, word: words[gap] }) : t("gapEmpty", { number: gap + 1 })}
              aria-current={free && gap === active ? "true" : undefined}
              disabled={!free}
              onClick={() => (slots[gap] === null ? activate(gap) : take(gap))}
            >
              {words[gap] || gap + 1}
            </button>
          )}
        </Sentence>
      </div>
      <p className={styles.bankLabel} id="bank">{t("words")}</p>
      <ul className={styles.bank} aria-labelledby="bank" lang={language}>
        {question.options.map((word, option) => {
          const used = slots.includes(option) || (given !== null && words.includes(word));
          return (
            <li key={question.optionIds[option]}>
              <WordChip look={used ? "used" : "free"} disabled={!free || used} {...dragOf(String(option))} onClick={() => put(option)}>{word}</WordChip>
            </li>
          );
        })}
      </ul>
      <p className="visually-hidden" aria-live="polite">{said}</p>
      <LockIn given={given !== null} free={free} filled={filled} count={parts.length - 1} onClick={lockIn} />
    </>
  );
}

/** Each gap is a small field in the sentence; Enter goes on to the next one, and locks in after the last. */
function TypedGaps({ question, state, open, onAnswer }: AnsweringProps) {
  const t = useTranslations("player.answer");
  const parts = partsOf(question);
  const count = parts.length - 1;
  const given = state && state.status !== "refused" ? state : null;
  const free = open && !given;
  const [texts, setTexts] = useDraft(question.questionId, Array.from({ length: count }, () => ""), readTexts(count));
  const form = useRef<HTMLFormElement>(null);
  const shown = given ? gapsIn(given.answer) : texts;
  const filled = shown.filter((text) => text.trim() !== "").length;
  const lockIn = () => { if (free && filled > 0) onAnswer({ gaps: texts.map((text) => text.trim()) }); };
  const onKeyDown = (event: KeyboardEvent, gap: number) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (gap + 1 < count) form.current?.querySelectorAll("input")[gap + 1]?.focus();
    else lockIn();
  };
  return (
    <form ref={form} className={styles.scroll} onSubmit={(event) => { event.preventDefault(); lockIn(); }}>
      <Sentence parts={parts}>
        {(gap) => (
          <input
            className={styles.field}
            aria-label={t("gapLabel", { number: gap + 1 })}
            value={shown[gap] ?? ""}
            onChange={(event) => setTexts(texts.with(gap, event.target.value))}
            onKeyDown={(event) => onKeyDown(event, gap)}
            disabled={!free}
            maxLength={longestText}
            size={8}
            enterKeyHint={gap + 1 < count ? "next" : "send"}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
          />
        )}
      </Sentence>
      <LockIn given={given !== null} free={free} filled={filled} count={count} />
    </form>
  );
}

/** Says how many gaps are filled: one that nobody knows may stay empty. */
function LockIn({ given, free, filled, count, onClick }: { given: boolean; free: boolean; filled: number; count: number; onClick?: () => void }) {
  const t = useTranslations("player.answer");
  return (
    <Button type={onClick ? "button" : "submit"} look="primary" size="wide" className={lockStyles.lockIn} disabled={!free || filled === 0} onClick={onClick}>
      {given ? t("lockedIn") : filled === count ? t("lockIn") : t("lockInFilled", { filled, count })}
    </Button>
  );
}

function Asked() {
  const t = useTranslations("player.answer");
  return <h1 className={styles.instruction}>{t("fillGaps")}</h1>;
}

/** A text with gaps. */
export const gap: QuestionInput = { Asked, Answering, Review: GapReview, Shown: StageWords, Distribution: GapReveal };
