import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type Announcements, type DragEndEvent, type UniqueIdentifier } from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { QuestionId } from "@quickfire/engine/ids";
import { quizLimits } from "@quickfire/engine/quiz";
import { Keyboard, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import { positionOf } from "../state/editor-state";
import type { QuizEditor } from "../use-quiz-editor";
import styles from "./QuestionList.module.css";
import { QuestionListItem } from "./QuestionListItem";
import type { EditorProblems } from "./use-problems";

/** A question takes its time, and about this long for reveal and standings. */
const betweenQuestionsSeconds = 20;

type QuestionListProps = {
  editor: QuizEditor;
  problems: EditorProblems;
  freshId: QuestionId | null;
  className?: string;
  onSelect: (questionId: QuestionId) => void;
  onAdd: () => void;
  onHelp: () => void;
};

export function QuestionList({ editor, problems, freshId, className, onSelect, onAdd, onHelp }: QuestionListProps) {
  const t = useTranslations("editor.list");
  const keys = useTranslations("editor.keys");
  const { quiz, selectedId } = editor.state;
  const list = useRef<HTMLOListElement>(null);
  const position = positionOf(quiz, selectedId);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const minutes = Math.max(1, Math.round(quiz.questions.reduce((sum, { timeLimit }) => sum + timeLimit + betweenQuestionsSeconds, 0) / 60));
  const numberOf = (id: UniqueIdentifier) => quiz.questions.findIndex((question) => question.id === id) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => t("dnd.lifted", { number: numberOf(active.id) }),
    onDragOver: ({ over }) => (over ? t("dnd.over", { number: numberOf(over.id) }) : undefined),
    onDragEnd: ({ over }) => (over ? t("dnd.dropped", { number: numberOf(over.id) }) : t("dnd.cancelled")),
    onDragCancel: () => t("dnd.cancelled"),
  };

  useEffect(() => { list.current?.children[position]?.scrollIntoView({ block: "nearest" }); }, [position]);

  function onDragEnd({ active, over }: DragEndEvent) {
    const moved = quiz.questions.find((question) => question.id === active.id);
    if (moved && over && over.id !== active.id) editor.move(moved.id, numberOf(over.id) - 1);
  }

  return (
    <nav className={classNames(styles.pane, className)} aria-label={t("label")}>
      <p className={styles.head}>
        <b>{t("count", { count: quiz.questions.length })}</b>
        {quiz.questions.length > 0 ? <span className="faint micro">{t("about", { minutes })}</span> : null}
      </p>
      <div className={styles.scroll}>
        {quiz.questions.length === 0 ? <p className={styles.empty}>{t("empty")}</p> : null}
        <DndContext
          id="questions"
          sensors={sensors}
          collisionDetection={closestCenter}
          onDragEnd={onDragEnd}
          accessibility={{ announcements, screenReaderInstructions: { draggable: t("dnd.instructions") } }}
        >
          <SortableContext items={quiz.questions.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
            <ol ref={list}>
              {quiz.questions.map((question, index) => (
                <QuestionListItem
                  key={question.id}
                  question={question}
                  number={index + 1}
                  language={quiz.language}
                  selected={question.id === selectedId}
                  problems={question.id === freshId ? 0 : problems.of(question.id).length}
                  onSelect={() => onSelect(question.id)}
                />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
      </div>
      <div className={styles.foot}>
        <Button look="primary" size="compact" icon={<Plus aria-hidden />} disabled={!editor.canAdd} aria-keyshortcuts="N" onClick={onAdd}>
          {t("add")} <kbd aria-hidden>N</kbd>
        </Button>
        <Button size="compact" className={styles.help} iconOnly icon={<Keyboard aria-hidden />} onClick={onHelp}>{keys("title")}</Button>
        {editor.canAdd ? null : <span className="micro faint">{t("full", { max: quizLimits.questions })}</span>}
      </div>
    </nav>
  );
}
