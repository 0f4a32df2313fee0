import { orderLimits } from "@quickfire/engine/question-types/order";
import { Scissors } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { LivePreview } from "./LivePreview";
import type { QuestionFieldsProps, QuestionForm } from "./question-form.types";
import { TextList } from "./TextList";
import styles from "./parts.module.css";

export const orderForm: QuestionForm<"order"> = {
  fromLines(shared, lines) {
    const items = lines.map(({ text }) => text).slice(0, orderLimits.max);
    return { ...shared, type: "order", items: [...items, "", ""].slice(0, Math.max(orderLimits.min, items.length)) };
  },
  linesOf: ({ items }) => items.filter((text) => text !== "").map((text) => ({ text, correct: false })),
  Fields: OrderFields,
  Preview: LivePreview,
};

function OrderFields({ question, onChange, errorAt, language }: QuestionFieldsProps<"order">) {
  const t = useTranslations("editor.order");
  const { items } = question;
  const written = items.filter((text) => text.trim() !== "");
  // One sentence in the first place is meant to be cut into its words.
  const words = written.length === 1 ? (written[0]?.trim().split(/\s+/) ?? []) : [];
  return (
    <div className={styles.form}>
      <TextList
        texts={items}
        language={language}
        min={orderLimits.min}
        max={orderLimits.max}
        textLength={orderLimits.textLength}
        words={{
          label: t("items"), hint: t("hint"), add: t("add"), item: (number) => t("item", { number }), remove: (number) => t("remove", { number }),
          move: { up: (number) => t("up", { number }), down: (number) => t("down", { number }) },
        }}
        errorOf={(index) => errorAt("items", index)}
        error={errorAt("items")}
        onChange={(next, place) => onChange({ ...question, items: next }, `items-${place}`)}
      >
        {words.length > 1 ? (
          <Button look="quiet" size="compact" icon={<Scissors aria-hidden />} onClick={() => onChange({ ...question, items: words.slice(0, orderLimits.max) }, "split")}>{t("split")}</Button>
        ) : null}
      </TextList>
    </div>
  );
}
