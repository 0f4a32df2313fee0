import type { QuestionId } from "@quickfire/engine/ids";
import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import type { QuizContent } from "@quickfire/engine/quiz";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { classNames } from "@/ui/class-names";
import type { EditorProblems } from "../parts/use-problems";
import { positionOf } from "../state/editor-state";
import { PhonePreview } from "./PhonePreview";
import styles from "./PreviewPane.module.css";

const looks = ["light", "dark"] as const;

type PreviewPaneProps = { quiz: QuizContent; question: StoredQuestion | null; problems: EditorProblems; className?: string; onSelect: (questionId: QuestionId) => void };

/** What a player will have in their hand, and what still needs work. */
export function PreviewPane({ quiz, question, problems, className, onSelect }: PreviewPaneProps) {
  const t = useTranslations("editor");
  const [look, setLook] = useState<(typeof looks)[number]>("light");
  return (
    <aside className={classNames(styles.pane, className)} aria-label={t("preview.label")}>
      <ChoiceStrip label={t("preview.look")} value={look} onChange={setLook} choices={looks.map((value) => ({ value, label: t(`preview.${value}`) }))} />
      <PhonePreview question={question} language={quiz.language} look={look} round={positionOf(quiz, question?.id ?? null) + 1} rounds={quiz.questions.length} />
      <p className={styles.note}>{t("preview.note")}</p>
      {problems.positions.length > 0 ? (
        <div className={styles.problems}>
          <CircleAlert aria-hidden />
          <p>
            {t("needsWork", { count: problems.positions.length })}{" "}
            {problems.positions.slice(0, 12).map((position) => (
              <button key={position} type="button" aria-label={t("goToQuestion", { number: position + 1 })} onClick={() => { const target = quiz.questions[position]; if (target) onSelect(target.id); }}>
                {position + 1}
              </button>
            ))}
            {problems.positions.length > 12 ? "…" : null}
          </p>
        </div>
      ) : null}
    </aside>
  );
}
