import { answerColour } from "@/ui/answer-letters";
import styles from "./DistributionStrip.module.css";
import { segmentsOf, type ReportQuestion } from "./report-figures";

const fullWidth = 224;
const leastWidth = 3;

/** How the answers fell: one slanted piece an option, the right one tall. Its words stand beside it, so it is hidden from screen readers. */
export function DistributionStrip({ question, players }: { question: ReportQuestion; players: number }) {
  return (
    <span className={styles.strip} aria-hidden>
      {segmentsOf(question).filter(({ count }) => count > 0).map(({ key, count, right, index }) => (
        <i
          key={key}
          data-right={right || undefined}
          style={{ width: Math.max(leastWidth, (count / Math.max(players, question.answered)) * fullWidth), background: index === null ? (right ? "var(--qf-ink-2)" : "var(--qf-line-strong)") : answerColour(index) }}
        />
      ))}
    </span>
  );
}
