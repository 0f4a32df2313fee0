import type { QuestionTypeName } from "@quickfire/engine";
import { Check, Clock, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/ui/class-names";
import { useSlow } from "../parts/use-slow";
import type { AnswerState } from "../store/answer";
import styles from "./AnswerStatus.module.css";

type AnswerStatusProps = { type: QuestionTypeName; state: AnswerState | undefined; over: boolean; offline: boolean };

/** What to do, where it is not to choose one of several. The hint on putting words in order stands beside the line. */
const hints = {
  choice: "hintSingle", truefalse: "hintSingle", multiple: "hintMultiple", typed: "hintTyped", dictation: "hintTyped", numeric: "hintTyped",
  gap: "hintGap", order: "hintOnce", match: "hintMatch", poll: "hintPoll", wordcloud: "hintPoll", slide: "hintOnce",
} as const satisfies Record<QuestionTypeName, string>;

/** One line under the answers: first what to do, then where the answer is. It has its place from the start. */
export function AnswerStatus({ type, state, over, offline }: AnswerStatusProps) {
  const t = useTranslations("player.answer");
  const format = useFormatter();
  const slow = useSlow(state?.status === "pending");

  if (state?.status === "accepted") {
    const { feedback } = state;
    if (!feedback) return <Line tone="ok" icon={<Check aria-hidden />} text={t("isIn")} />;
    return feedback.correct
      ? <Line tone="ok" icon={<Check aria-hidden />} text={t("rightNow", { points: format.number(feedback.points) })} />
      : <Line tone="plain" icon={<X aria-hidden />} text={feedback.points > 0 ? t("partlyNow", { points: format.number(feedback.points) }) : t("wrongNow")} />;
  }
  if (state?.status === "pending") {
    if (offline) return <Line tone="plain" icon={<Clock aria-hidden />} text={t("keptOffline")} />;
    return <Line tone="plain" icon={slow ? <Clock aria-hidden /> : null} text={slow ? t("onItsWay") : t("chosen")} />;
  }
  if (state?.status === "refused") return <Line tone="bad" icon={<X aria-hidden />} text={t(`refused.${state.reason}`)} />;
  if (over) return <Line tone="plain" icon={<Clock aria-hidden />} text={t("timeUp")} />;
  return (
    <p className={classNames(styles.line, styles.hint)}>
      {t(hints[type])}
    </p>
  );
}

function Line({ tone, icon, text }: { tone: "ok" | "bad" | "plain"; icon: ReactNode; text: string }) {
  return (
    <p className={classNames(styles.line, styles[tone])}>
      <span className={styles.sign}>{icon}</span>
      <b>{text}</b>
    </p>
  );
}
