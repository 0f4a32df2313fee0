import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { optionLimits, type StoredOption } from "@quickfire/engine/question-types/options";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/ui/Button";
import { FieldNote } from "@/ui/Field";
import { newId } from "../state/new-id";
import { fillFrom } from "../state/pasted-lines";
import { emptyOption } from "./option-lines";
import { OptionRow } from "./OptionRow";
import styles from "./OptionsField.module.css";

type OptionsFieldProps = {
  options: readonly StoredOption[];
  language: string;
  errorAt: (...path: (string | number)[]) => string | null;
  onChange: (options: StoredOption[], place: string) => void;
  /** The author says that this one is right; with several right ones, or not any more. Left out where none can be. */
  onMark?: (id: StoredOption["id"]) => void;
};

/** Two to eight options: written, pasted as a list, marked, moved by drag or with Alt and the arrows. */
export function OptionsField({ options, language, errorAt, onChange, onMark }: OptionsFieldProps) {
  const t = useTranslations("editor.options");
  const list = useRef<HTMLOListElement>(null);
  const labelId = useId();
  // Four pixels of movement are a drag; less is a click.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const full = options.length >= optionLimits.max;
  const listProblem = errorAt("options");
  const focus = (index: number) => requestAnimationFrame(() => list.current?.querySelectorAll("input")[index]?.focus());

  function add(after: number) {
    if (full) return;
    onChange([...options].toSpliced(after + 1, 0, emptyOption(newId)), "options");
    focus(after + 1);
  }

  function remove(index: number) {
    if (options.length <= optionLimits.min) return;
    onChange([...options].toSpliced(index, 1), "options");
    focus(Math.max(0, index - 1));
  }

  function move(from: number, to: number) {
    const option = options[from];
    if (!option || to < 0 || to >= options.length) return;
    onChange([...options].toSpliced(from, 1).toSpliced(to, 0, option), "order");
    focus(to);
  }

  function onDragEnd({ active, over }: DragEndEvent) {
    const index = (id: unknown) => options.findIndex((option) => option.id === id);
    if (over && over.id !== active.id) move(index(active.id), index(over.id));
  }

  return (
    <div role="group" aria-labelledby={labelId}>
      <p className={styles.head}>
        <span id={labelId} className={styles.label}>{t("label")}</span>
        <span className={styles.hint}>{t("pasteHint")}</span>
      </p>
      <DndContext id={labelId} sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
        <SortableContext items={options.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol ref={list} className={styles.list}>
            {options.map((option, index) => (
              <OptionRow
                key={option.id}
                option={option}
                index={index}
                language={language}
                error={errorAt("options", index, "text")}
                errorRepeats={options.slice(0, index).some((_, before) => errorAt("options", before, "text") === errorAt("options", index, "text"))}
                removable={options.length > optionLimits.min}
                onText={(text) => onChange(options.map((one) => (one.id === option.id ? { ...one, text } : one)), `option-${option.id}`)}
                onMark={onMark ? () => onMark(option.id) : undefined}
                onRemove={() => remove(index)}
                onMove={(by) => move(index, index + by)}
                onEnter={() => (options[index + 1]?.text === "" ? focus(index + 1) : add(index))}
                onLines={(texts) => onChange(
                  fillFrom(options, { start: index, texts, max: optionLimits.max, fill: (one, text) => ({ ...(one ?? emptyOption(newId)), text: text.slice(0, optionLimits.textLength) }) }),
                  "paste",
                )}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {listProblem ? <FieldNote error={listProblem} /> : null}
      <p className={styles.foot}>
        <Button look="quiet" size="compact" icon={<Plus aria-hidden />} disabled={full} onClick={() => add(options.length - 1)}>
          {t("add")}
        </Button>
        <span className={styles.hint}>{t("count", { count: options.length, max: optionLimits.max })}</span>
      </p>
    </div>
  );
}
