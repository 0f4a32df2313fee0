import type { OpenQuestion } from "@quickfire/engine";
import { Check, Clock, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { Explanation } from "./Explanation";
import { useLiveSelector } from "../parts/use-live";
import { questionInputOf } from "../question-inputs/registry";
import type { LiveGame, QuestionClosed } from "../store/live-game";
import { selectAnswer } from "../store/selectors";
import { ConnectionBanner } from "./ConnectionBanner";
import { FigureRow } from "./FigureRow";
import { GapLine } from "./GapLine";
import styles from "./RevealScene.module.css";
import scene from "./scene.module.css";
import { type Verdict, verdictOf } from "./verdict";

/** Right or not, what it earned, and why. */
export function RevealScene({ game, question, closed }: { game: LiveGame; question: OpenQuestion; closed: QuestionClosed }) {
  const t = useTranslations("player");
  const state = useLiveSelector(selectAnswer);
  const verdict = verdictOf(game, state);
  const input = questionInputOf(question.type);
  return (
    <div className={scene.page}>
      <ConnectionBanner />
      <VerdictPlane verdict={verdict} where={t("question", { round: game.round, rounds: game.rounds })} note={<Note verdict={verdict} game={game} />} />
      <div className={classNames(scene.body, styles.body)}>
        <p className={styles.question} lang={game.language}>{question.text}</p>
        {input ? <input.Review question={question} closed={closed} answer={state?.answer ?? null} correct={verdict.kind === "right"} /> : null}
        <Explanation text={closed.explanation} />
        <div className={scene.push} />
        <FigureRow game={game} />
        <GapLine game={game} />
      </div>
    </div>
  );
}

function VerdictPlane({ verdict, where, note }: { verdict: Verdict; where: string; note: React.ReactNode }) {
  const t = useTranslations("player.reveal");
  const format = useFormatter();
  const points = verdict.kind === "right" || verdict.kind === "partly" ? verdict.points : null;
  return (
    <div className={classNames(styles.plane, verdict.kind === "right" && styles.lit)}>
      <div className={styles.inner}>
        <div className={styles.where}>
          <span>{where}</span>
          <VerdictSign kind={verdict.kind} />
        </div>
        <h1 className={classNames(styles.title, points === null && styles.long)}>{t(`verdict.${verdict.kind}`)}</h1>
        {points === null ? null : <div className={`figure ${styles.points}`}>{t("plus", { points: format.number(points) })}</div>}
        <p className={styles.note}>{note}</p>
      </div>
    </div>
  );
}

function VerdictSign({ kind }: { kind: Verdict["kind"] }) {
  if (kind === "right" || kind === "partly") return <Check aria-hidden />;
  return kind === "wrong" ? <X aria-hidden /> : <Clock aria-hidden />;
}

/** One line under the verdict: the streak, or how many were led astray in the same way. */
function Note({ verdict, game }: { verdict: Verdict; game: LiveGame }) {
  const t = useTranslations("player.reveal");
  const answer = useLiveSelector(selectAnswer)?.answer;
  const tally = game.closed?.tally;
  const option = answer?.option ?? (typeof answer?.value === "boolean" ? String(answer.value) : null);
  const same = typeof option === "string" ? (tally?.options?.[option] ?? 0) : 0;
  const streak = game.you?.streak ?? 0;
  if (verdict.kind === "right") return streak > 1 ? t("streak", { streak }) : null;
  if (verdict.kind === "wrong" && tally && same > 1) return t("choseSame", { count: same, total: tally.answered });
  if (verdict.kind === "late") return t("lateNote");
  return null;
}
