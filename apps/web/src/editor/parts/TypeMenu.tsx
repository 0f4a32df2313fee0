import type { QuestionTypeName } from "@quickfire/engine/question-types/index";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Menu, MenuChoices } from "@/ui/Menu";
import { QuestionTypeIcon } from "@/ui/QuestionTypeIcon";
import { writableTypes } from "../question-forms/registry";

/** Another type keeps what fits of the question. */
export function TypeMenu({ type, onChange }: { type: QuestionTypeName; onChange: (type: QuestionTypeName) => void }) {
  const t = useTranslations("editor.question");
  const types = useTranslations("common.questionTypes");
  const trigger = (
    <Button size="compact" icon={<QuestionTypeIcon type={type} />}>
      <span className="visually-hidden">{t("type")}: </span>
      {types(type)}
      <ChevronDown aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger} align="start">
      <MenuChoices
        label={t("type")}
        value={type}
        onChange={onChange}
        choices={writableTypes.map((value) => ({ value, label: types(value), note: t(`typeNotes.${value}`), icon: <QuestionTypeIcon type={value} /> }))}
      />
    </Menu>
  );
}
