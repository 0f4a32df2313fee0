import { useTranslations } from "next-intl";
import { LivePreview } from "./LivePreview";
import type { QuestionForm } from "./question-form.types";
import styles from "./parts.module.css";

/** Types that need nothing but their text: what they are is said instead of fields. */
function Note({ type }: { type: "wordcloud" | "slide" }) {
  const t = useTranslations("editor.unscored");
  return <p className={styles.note}>{t(type)}</p>;
}

export const wordcloudForm: QuestionForm<"wordcloud"> = {
  fromLines: (shared) => ({ ...shared, type: "wordcloud" }),
  linesOf: () => [],
  Fields: () => <Note type="wordcloud" />,
  Preview: LivePreview,
};

export const slideForm: QuestionForm<"slide"> = {
  fromLines: (shared) => ({ ...shared, type: "slide" }),
  linesOf: () => [],
  Fields: () => <Note type="slide" />,
  Preview: LivePreview,
};
