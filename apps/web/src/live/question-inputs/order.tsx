import { CornerDownLeft, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { OrderReveal } from "../stage/OrderReveal";
import { StageWords } from "../stage/StageWords";
import { OrderReview } from "./OrderReview";
import type { AnsweringProps, QuestionInput } from "./question-input";
import { orderIn } from "./read-form";
import { useDraft } from "./use-draft";
import { useDrag } from "./use-drag";
import { WordChip } from "./WordChip";
import lockStyles from "./LockIn.module.css";
import styles from "./words.module.css";

/** Where a word that is dragged to the free part of the line goes. */
const end = "end";

const readOrder = (count: number) => (kept: unknown): number[] | null =>
  Array.isArray(kept) && kept.every((place) => Number.isInteger(place) && place >= 0 && place < count) && new Set(kept).size === kept.length ? kept : null;

/** Longer items stand below each other. */
const isList = (options: readonly string[]): boolean => options.some((text) => [...text].length > 16);

/** A tap puts a word at the end of the line, or takes it out again; dragging and the arrow keys move it. */
function Answering({ question, state, open, onAnswer }: AnsweringProps) {
  const t = useTranslations("player.answer");
  const language = useQuizLanguage();
  const { options, optionIds } = question;
  const given = state && state.status !== "refused" ? state : null;
  const free = open && !given;
  const [draft, setDraft] = useDraft<readonly number[]>(question.questionId, [], readOrder(options.length));
  const [said, setSaid] = useState("");
  const line = useRef<HTMLOListElement>(null);
  const placed = given ? orderIn(given.answer) : draft;
  const ready = free && placed.length === options.length;
  const word = (place: number) => options[place] ?? "";

  function move(place: number, to: number) {
    const others = draft.filter((one) => one !== place);
    const next = others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, place);
    setDraft(next);
    setSaid(t("wordAt", { word: word(place), position: next.indexOf(place) + 1, count: options.length }));
  }
  function takeOut(place: number) {
    setDraft(draft.filter((one) => one !== place));
    setSaid(t("wordOut", { word: word(place) }));
  }
  function onKeyDown(event: KeyboardEvent, place: number) {
    const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    move(place, draft.indexOf(place) + step);
    // The word keeps the focus where it goes.
    requestAnimationFrame(() => line.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus());
  }
  const dragOf = useDrag((dragged, target) => {
    const place = Number(dragged);
    if (!free || dragged === target) return;
    if (target === "bank") takeOut(place);
    else move(place, target === end ? options.length : draft.indexOf(Number(target)));
  });

  return (
    <>
      <ol ref={line} className={styles.line} data-drop={end} data-list={isList(options) || undefined} aria-label={t("line")} lang={language}>
        {placed.map((place) => (
          <li key={optionIds[place]} data-drop={place}>
            <WordChip look="placed" data-place={place} disabled={!free} aria-keyshortcuts="ArrowLeft ArrowRight" {...dragOf(String(place))} onClick={() => takeOut(place)} onKeyDown={(event) => onKeyDown(event, place)}>{word(place)}</WordChip>
          </li>
        ))}
      </ol>
      <p className={styles.hint}>{t("hintOrder")}</p>
      <p className={styles.bankLabel} id="bank">{t("words")}</p>
      <ul className={classNames(styles.bank, styles.grow)} data-drop="bank" aria-labelledby="bank" lang={language}>
        {options.map((text, place) => placed.includes(place) ? null : (
          <li key={optionIds[place]}>
            <WordChip disabled={!free} {...dragOf(String(place))} onClick={() => move(place, options.length)}>{text}</WordChip>
          </li>
        ))}
      </ul>
      <p className="visually-hidden" aria-live="polite">{said}</p>
      <div className={styles.actions}>
        <Button className={styles.undo} size="phone" iconOnly icon={<Undo2 aria-hidden />} disabled={!free || draft.length === 0} onClick={() => { const last = draft.at(-1); if (last !== undefined) takeOut(last); }}>{t("takeBack")}</Button>
        <Button look="primary" size="wide" className={lockStyles.lockIn} icon={ready ? <CornerDownLeft aria-hidden /> : undefined} disabled={!ready} onClick={() => onAnswer({ order: [...draft] })}>
          {given ? t("lockedIn") : ready ? t("lockIn") : t("lockInPlaced", { placed: placed.length, count: options.length })}
        </Button>
      </div>
    </>
  );
}

/** Words or longer items, to be put in order. */
export const order: QuestionInput = { asksShort: true, Answering, Review: OrderReview, Shown: StageWords, Distribution: OrderReveal };
