import type { OpenQuestion } from "@quickfire/engine";
import { Eye, EyeOff } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type CSSProperties, useState } from "react";
import { answerColour } from "@/ui/answer-letters";
import { AnswerKey } from "@/ui/AnswerKey";
import { Button } from "@/ui/Button";
import { hasLetters } from "../question-inputs/lettered";
import { recall, remember } from "../memory/browser-memory";
import { useLiveSelector } from "../parts/use-live";
import { useQuizLanguage } from "../parts/use-quiz-language";
import styles from "./AnswersSoFar.module.css";

const key = "quickfire.tally";

/** How the answers are spread while the question is open; hidden where the class can see this screen. Which is right, it can't tell. */
export function AnswersSoFar({ question }: { question: OpenQuestion }) {
  const t = useTranslations("host.tally");
  const format = useFormatter();
  const language = useQuizLanguage();
  const tally = useLiveSelector((state) => state.feed.progress?.tally);
  const [hidden, setHidden] = useState(() => recall(key) === "hidden");
  const toggle = () => {
    remember(key, hidden ? "shown" : "hidden");
    setHidden(!hidden);
  };
  const counts = hasLetters(question.type) ? question.optionIds.map((id) => tally?.options?.[id] ?? 0) : [];
  const texts = tally?.texts ?? [];
  const most = Math.max(1, ...counts, ...texts.map(({ n }) => n));
  return (
    <section aria-labelledby="tally">
      <div className={styles.head}>
        <h2 id="tally" className={styles.title}>{t("title")}</h2>
        <Button look="quiet" size="compact" icon={hidden ? <EyeOff aria-hidden /> : <Eye aria-hidden />} aria-expanded={!hidden} onClick={toggle}>{hidden ? t("show") : t("hide")}</Button>
      </div>
      {hidden ? null : (
        <ul>
          {counts.map((count, index) => (
            <li key={question.optionIds[index]} className={styles.row}>
              <AnswerKey index={index} />
              <Bar share={count / most} colour={answerColour(index)} />
              <span className={`figure ${styles.count}`}>{format.number(count)}</span>
            </li>
          ))}
          {counts.length > 0 ? null : texts.length === 0 ? <li className="faint small">{t("none")}</li> : texts.slice(0, 6).map(({ text, n }) => (
            <li key={text} className={styles.row}>
              <span className={styles.text} lang={language}>{text}</span>
              <Bar share={n / most} colour="var(--qf-ink-2)" />
              <span className={`figure ${styles.count}`}>{format.number(n)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Bar({ share, colour }: { share: number; colour: string }) {
  const looks: CSSProperties & { "--share": number } = { "--share": share, background: colour };
  return <span className={styles.bar} style={looks} aria-hidden />;
}
