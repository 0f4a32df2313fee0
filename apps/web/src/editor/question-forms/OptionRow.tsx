import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { optionLimits, type StoredOption } from "@quickfire/engine/question-types/options";
import { Check, Circle, GripVertical, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { answerLetter } from "@/ui/answer-letters";
import { AnswerKey } from "@/ui/AnswerKey";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import { FieldNote } from "@/ui/Field";
import { pastedLines } from "../state/pasted-lines";
import styles from "./OptionsField.module.css";

type OptionRowProps = {
  option: StoredOption;
  index: number;
  language: string;
  error: string | null;
  /** The same is said above: once is enough for the eye. */
  errorRepeats: boolean;
  removable: boolean;
  onText: (text: string) => void;
  onMark: (() => void) | undefined;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
  onEnter: () => void;
  onLines: (texts: string[]) => void;
};

export function OptionRow({ option, index, language, error, errorRepeats, removable, onText, onMark, onRemove, onMove, onEnter, onLines }: OptionRowProps) {
  const t = useTranslations("editor.options");
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: option.id });
  const letter = answerLetter(index);
  const problemId = `option-${option.id}-problem`;

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      // The question would move as well.
      event.stopPropagation();
      onMove(event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onEnter();
    } else if (event.key === "Backspace" && option.text === "" && removable) {
      event.preventDefault();
      onRemove();
    }
  }

  function onPaste(event: ClipboardEvent) {
    const texts = pastedLines(event.clipboardData.getData("text"));
    if (!texts) return;
    event.preventDefault();
    onLines(texts);
  }

  return (
    <li ref={setNodeRef} className={classNames(styles.item, isDragging && styles.dragged)} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <div className={styles.row}>
        {/* The keyboard moves an option with Alt and the arrows in its field, so the grip is for pointers only. */}
        <span ref={setActivatorNodeRef} className={styles.grip} {...listeners} aria-hidden><GripVertical /></span>
        <span className={styles.box} data-right={option.correct || undefined} data-invalid={error ? true : undefined}>
          <AnswerKey index={index} look="slanted" className={styles.key} />
          <input
            lang={language}
            aria-label={t("option", { letter })}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? problemId : undefined}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            maxLength={optionLimits.textLength}
            value={option.text}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        </span>
        {onMark ? (
          <button type="button" className={styles.mark} aria-pressed={option.correct} aria-label={t("markRight", { letter })} onClick={onMark}>
            {option.correct ? <Check aria-hidden /> : <Circle aria-hidden className={styles.open} />}
            <span>{option.correct ? t("right") : t("wrong")}</span>
          </button>
        ) : null}
        <Button look="quiet" size="compact" iconOnly icon={<X aria-hidden />} disabled={!removable} onClick={onRemove}>{t("remove", { letter })}</Button>
      </div>
      {error ? <div className={errorRepeats ? "visually-hidden" : styles.problem}><FieldNote id={problemId} error={error} /></div> : null}
    </li>
  );
}
