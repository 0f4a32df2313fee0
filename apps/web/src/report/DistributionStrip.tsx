import { answerColour } from "@/ui/answer-letters";
import styles from "./DistributionStrip.module.css";
import { segmentsOf, type ReportQuestion } from "./report-figures";

const fullWidth = 224;
const leastWidth = 3;

/** How the answers fell: one slanted piece an option, the right one tall. Its words stand beside it, so it is hidden from screen readers. */
export function DistributionStrip({ question, players }: { question: ReportQuestion; players: number }) {
  const segments = segmentsOf(question);
  // Several ticks a player make more pieces than players.
  const whole = Math.max(players, question.answered, segments.reduce((sum, { count }) => sum + count, 0));
  return (
    <span className={styles.strip} aria-hidden>
      {segments.filter(({ count }) => count > 0).map(({ key, count, right, index }) => (
        <i
          key={key}
          data-right={right || undefined}
          style={{ width: Math.max(leastWidth, (count / whole) * fullWidth), background: index === null ? (right ? "var(--qf-ink-2)" : "var(--qf-line-strong)") : answerColour(index) }}
        />
      ))}
    </span>
  );
}
