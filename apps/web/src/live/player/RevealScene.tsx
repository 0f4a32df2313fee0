import type { OpenQuestion } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { Explanation } from "./Explanation";
import { useLiveSelector } from "../parts/use-live";
import { questionInputOf } from "../question-inputs/registry";
import type { LiveGame, QuestionClosed } from "../store/live-game";
import { selectAnswer } from "../store/selectors";
import { OwnTeam } from "../teams/OwnTeam";
import { ConnectionBanner } from "./ConnectionBanner";
import { FigureRow } from "./FigureRow";
import { GapLine } from "./GapLine";
import styles from "./RevealScene.module.css";
import scene from "./scene.module.css";
import { type Verdict, verdictOf } from "./verdict";
import { VerdictPlane } from "./VerdictPlane";

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
        <input.Review question={question} closed={closed} answer={state?.answer ?? null} correct={verdict.kind === "right"} />
        <Explanation text={closed.explanation} />
        <div className={scene.push} />
        <FigureRow game={game} />
        <GapLine game={game} />
        <OwnTeam game={game} />
      </div>
    </div>
  );
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
  if (verdict.kind === "voided") return t("voidedNote");
  return null;
}
