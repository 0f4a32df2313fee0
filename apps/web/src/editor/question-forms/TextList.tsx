import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { Button } from "@/ui/Button";
import { FieldNote } from "@/ui/Field";
import { fillFrom, pastedLines } from "../state/pasted-lines";
import styles from "./typed.module.css";

type TextListProps = {
  texts: readonly string[];
  language: string;
  max: number;
  /** So few are there at least. */
  min?: number;
  textLength: number;
  words: {
    label: string;
    hint: string;
    add: string;
    item: (number: number) => string;
    remove: (number: number) => string;
    /** Where the order counts: what moves an item. */
    move?: { up: (number: number) => string; down: (number: number) => string };
  };
  errorOf: (index: number) => string | null;
  error: string | null;
  onChange: (texts: string[], place: string) => void;
  /** Beside the button that adds one. */
  children?: ReactNode;
};

/** Texts below each other: written, pasted as a list, taken away, and where the order counts moved. */
export function TextList({ texts, language, max, min = 0, textLength, words, errorOf, error, onChange, children }: TextListProps) {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const focus = (index: number) => requestAnimationFrame(() => list.current?.querySelectorAll("input")[index]?.focus());

  function add(after: number) {
    if (texts.length >= max) return;
    onChange(texts.toSpliced(after + 1, 0, ""), "list");
    focus(after + 1);
  }
  function remove(index: number) {
    if (texts.length <= min) return;
    onChange(texts.toSpliced(index, 1), "list");
    focus(Math.max(0, index - 1));
  }
  function move(from: number, to: number) {
    const text = texts[from];
    if (text === undefined || to < 0 || to >= texts.length) return;
    onChange(texts.toSpliced(from, 1).toSpliced(to, 0, text), "order");
    focus(to);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, index: number) {
    if (words.move && event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      // The question would move as well.
      event.stopPropagation();
      move(index, index + (event.key === "ArrowUp" ? -1 : 1));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (texts[index + 1] === "") focus(index + 1);
      else add(index);
    } else if (event.key === "Backspace" && texts[index] === "" && texts.length > min) {
      event.preventDefault();
      remove(index);
    }
  }
  function onPaste(event: ClipboardEvent, index: number) {
    const lines = pastedLines(event.clipboardData.getData("text"));
    if (!lines) return;
    event.preventDefault();
    onChange(fillFrom(texts, { start: index, texts: lines, max, fill: (_, text) => text.slice(0, textLength) }), "paste");
  }

  return (
    <div role="group" aria-labelledby={id}>
      <p className={styles.head}>
        <span id={id} className={styles.label}>{words.label}</span>
        <span className={styles.hint}>{words.hint}</span>
      </p>
      <ol ref={list} className={styles.list}>
        {texts.map((text, index) => {
          const problem = errorOf(index);
          return (
            // The position is the identity: these texts have no ids, and typing must not lose the cursor.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <div className={styles.row}>
                {words.move ? <span className={`figure ${styles.number}`} aria-hidden>{index + 1}</span> : null}
                <input
                  className={styles.input}
                  lang={language}
                  aria-label={words.item(index + 1)}
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={problem ? `${id}-${index}` : undefined}
                  aria-keyshortcuts={words.move ? "Alt+ArrowUp Alt+ArrowDown" : undefined}
                  maxLength={textLength}
                  value={text}
                  onChange={(event) => onChange(texts.with(index, event.target.value), `text-${index}`)}
                  onKeyDown={(event) => onKeyDown(event, index)}
                  onPaste={(event) => onPaste(event, index)}
                />
                {words.move ? (
                  <>
                    <Button look="quiet" size="compact" iconOnly icon={<ArrowUp aria-hidden />} disabled={index === 0} onClick={() => move(index, index - 1)}>{words.move.up(index + 1)}</Button>
                    <Button look="quiet" size="compact" iconOnly icon={<ArrowDown aria-hidden />} disabled={index === texts.length - 1} onClick={() => move(index, index + 1)}>{words.move.down(index + 1)}</Button>
                  </>
                ) : null}
                <Button look="quiet" size="compact" iconOnly icon={<X aria-hidden />} disabled={texts.length <= min} onClick={() => remove(index)}>{words.remove(index + 1)}</Button>
              </div>
              {problem ? <FieldNote id={`${id}-${index}`} error={problem} /> : null}
            </li>
          );
        })}
      </ol>
      {error ? <FieldNote error={error} /> : null}
      <p className={styles.foot}>
        <Button look="quiet" size="compact" icon={<Plus aria-hidden />} disabled={texts.length >= max} onClick={() => add(texts.length - 1)}>{words.add}</Button>
        {children}
      </p>
    </div>
  );
}
