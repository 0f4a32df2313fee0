import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import { CircleAlert, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { QuestionTypeIcon } from "@/ui/QuestionTypeIcon";
import styles from "./QuestionList.module.css";
import { questionLine } from "./question-line";

type ItemProps = { question: StoredQuestion; number: number; language: string; selected: boolean; problems: number; onSelect: () => void };

export function QuestionListItem({ question, number, language, selected, problems, onSelect }: ItemProps) {
  const t = useTranslations("editor.list");
  const types = useTranslations("common.questionTypes");
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id: question.id });
  const text = questionLine(question) || t("noText");

  return (
    <li
      ref={setNodeRef}
      className={classNames(styles.item, isDragging && styles.dragged)}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      data-selected={selected || undefined}
    >
      <button
        type="button"
        className={styles.open}
        aria-current={selected ? "true" : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        aria-label={t("item", { number, type: types(question.type), text })}
        onClick={onSelect}
      >
        <span className={classNames("figure", styles.number)}>{number}</span>
        <QuestionTypeIcon type={question.type} size={17} />
        <span className={styles.text} lang={language}>{text}</span>
      </button>
      {problems > 0 ? (
        <span className={styles.problem} title={t("problems", { count: problems })}>
          <CircleAlert aria-hidden />
          <span className="visually-hidden">{t("problems", { count: problems })}</span>
        </span>
      ) : null}
      <button type="button" ref={setActivatorNodeRef} className={styles.grip} {...attributes} {...listeners} aria-label={t("drag", { number })}>
        <GripVertical aria-hidden />
      </button>
    </li>
  );
}
