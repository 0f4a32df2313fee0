import { ChevronsRight, CornerDownRight, History, Lock, LockOpen, Pause, Play, StepForward, TimerReset } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { useLiveSelector } from "../parts/use-live";
import { selectShownResult } from "../store/earlier-result";
import type { LiveGame } from "../store/live-game";
import { EndDialog } from "./EndDialog";
import styles from "./HostControls.module.css";
import { extensionSeconds, type HostActions } from "./host-actions";
import type { HostSettings } from "./host-settings";
import { stepWordsOf } from "./host-steps";
import type { CommandProblem } from "./use-host-commands";

type HostControlsProps = { gameId: string; game: LiveGame; settings: HostSettings; actions: HostActions; problem: CommandProblem | null };

/** One live button that is always the next step, and what else the moment allows. Nothing here moves when the phase does. */
export function HostControls({ gameId, game, settings, actions, problem }: HostControlsProps) {
  const t = useTranslations("host.controls");
  const [ending, setEnding] = useState(false);
  const earlier = useLiveSelector(selectShownResult);
  const { phase, paused, locked } = game;
  const { next, pause, extend, skip, lock, end } = actions;
  const words = stepWordsOf({ ...game, ...settings, type: game.question?.type ?? null });

  return (
    <div className={styles.controls}>
      <div className={styles.row}>
        {phase === "ended" ? (
          <LinkButton look="primary" className={styles.control} href={routes.report(gameId)}>{t("report")}</LinkButton>
        ) : (
          <Button look="live" className={`${styles.control} ${styles.next}`} icon={paused || phase === "lobby" ? <Play aria-hidden /> : <StepForward aria-hidden />} disabled={!next} onClick={next}>
            {t(`step.${words}`, { round: game.round + 1 })} <kbd className={styles.liveKey}>{t("space")}</kbd>
          </Button>
        )}
        <Control icon={<Pause aria-hidden />} onClick={pause} shortcut="P">{t("pause")}</Control>
        <Control icon={<TimerReset aria-hidden />} onClick={extend} shortcut="T">{t("extend", { seconds: extensionSeconds })}</Control>
        <Control icon={<ChevronsRight aria-hidden />} onClick={skip} shortcut="S">{t("skip")}</Control>
        <span className={styles.gap} />
        <Button className={styles.control} icon={locked ? <Lock aria-hidden /> : <LockOpen aria-hidden />} aria-pressed={locked} disabled={!lock} onClick={lock} title={locked ? t("unlockHint") : t("lockHint")}>
          {locked ? t("unlock") : t("lock")} <kbd className={styles.key}>L</kbd>
        </Button>
        <Button look="danger" className={styles.control} disabled={!end} onClick={() => setEnding(true)}>{t("end")}</Button>
      </div>
      <p className={styles.after} role="status">
        {problem ? <b>{t(`problem.${problem}`)}</b> : earlier ? <><History aria-hidden /> {t("earlier", { round: earlier.question.round })}</> : <><CornerDownRight aria-hidden /> {t(`after.${words}`, { round: game.round + 1 })}</>}
      </p>
      <EndDialog open={ending} onOpenChange={setEnding} isLobby={phase === "lobby"} onEnd={() => { setEnding(false); end?.(); }} />
    </div>
  );
}

function Control({ icon, shortcut, onClick, children }: { icon: ReactNode; shortcut: string; onClick: (() => void) | undefined; children: ReactNode }) {
  return <Button className={styles.control} icon={icon} disabled={!onClick} onClick={onClick} aria-keyshortcuts={shortcut}>{children} <kbd className={styles.key}>{shortcut}</kbd></Button>;
}
