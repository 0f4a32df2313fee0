import type { QuestionTypeName } from "@quickfire/engine/question-types/question-type";
import { ArrowDownUp, Cable, ChartBarBig, Cloud, Ear, Hash, Keyboard, ListChecks, ListTodo, Presentation, RectangleEllipsis, ToggleLeft, type LucideIcon } from "lucide-react";

const icons: Record<QuestionTypeName, LucideIcon> = {
  choice: ListChecks,
  multiple: ListTodo,
  truefalse: ToggleLeft,
  typed: Keyboard,
  gap: RectangleEllipsis,
  order: ArrowDownUp,
  match: Cable,
  numeric: Hash,
  dictation: Ear,
  poll: ChartBarBig,
  wordcloud: Cloud,
  slide: Presentation,
};

export function QuestionTypeIcon({ type, size = 18 }: { type: QuestionTypeName; size?: number }) {
  const Icon = icons[type];
  return <Icon aria-hidden size={size} />;
}
