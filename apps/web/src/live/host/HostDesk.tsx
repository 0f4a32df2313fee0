import { useRef, useState } from "react";
import { useFullScreen } from "../parts/use-full-screen";
import { useShortcuts } from "../parts/use-shortcuts";
import { useWakeLock } from "../parts/use-wake-lock";
import { DaylightContext, useDaylightChoice } from "../stage/daylight";
import type { JoinPlace } from "../stage/join-place";
import { StageQr } from "../stage/StageQr";
import { StageView } from "../stage/StageView";
import { useQrShown } from "../stage/use-qr-shown";
import type { LiveGame } from "../store/live-game";
import { FloodNotice } from "./FloodNotice";
import { HostControls } from "./HostControls";
import { hostActionsOf, hostKeysOf, isBetweenQuestions } from "./host-actions";
import type { HostSettings } from "./host-settings";
import styles from "./HostDesk.module.css";
import { HostKeysDialog } from "./HostKeysDialog";
import { HostSide } from "./HostSide";
import { HostTools } from "./HostTools";
import { ProgressStrip } from "./ProgressStrip";
import { SwarmDialog } from "./SwarmDialog";
import { useHostCommands } from "./use-host-commands";

export function HostDesk({ gameId, game, join, settings }: { gameId: string; game: LiveGame; join: JoinPlace; settings: HostSettings }) {
  const { run, rename, remove, changeTeam, showResult, earlierRounds, lookForSwarm, purgeSwarm, addBots, removeBots, giveTime, problem } = useHostCommands(gameId);
  const { daylight, toggleDaylight } = useDaylightChoice();
  const stage = useRef<HTMLDivElement>(null);
  const { isFull, toggle: toggleFullScreen } = useFullScreen(stage);
  const [keysShown, setKeysShown] = useState(false);
  const { shown: qrShown, toggle: toggleQr } = useQrShown(game);
  const [swarmShown, setSwarmShown] = useState(false);
  const actions = hostActionsOf(game, settings, run);
  const showKeys = () => {
    // Beside a stage that fills the screen nothing else is seen.
    if (isFull) toggleFullScreen?.();
    setKeysShown(true);
  };
  useWakeLock(game.phase !== "ended");
  useShortcuts({ ...hostKeysOf(actions), D: toggleDaylight, Q: toggleQr, F: toggleFullScreen, "?": showKeys });
  return (
    <>
      <div className={styles.work}>
        <div ref={stage} className={styles.stage}>
          <DaylightContext value={daylight}><StageView game={game} join={join} />{qrShown ? <StageQr join={join} /> : null}</DaylightContext>
        </div>
        {isFlooded(game, settings) ? <FloodNotice onSwarm={() => setSwarmShown(true)} onUnlock={actions.lock} /> : null}
        <HostControls gameId={gameId} game={game} settings={settings} actions={actions} problem={problem} />
        <HostTools gameId={gameId} round={game.round} actions={actions} earlier={{ isPossible: isBetweenQuestions(game), load: earlierRounds, show: showResult }} onQr={toggleQr} onFullScreen={toggleFullScreen} onKeys={showKeys} />
        <ProgressStrip game={game} />
      </div>
      <HostSide game={game} onRename={rename} onGiveTime={giveTime} onRemove={remove} onChangeTeam={changeTeam} onAddBots={addBots} onRemoveBots={removeBots} onSwarm={() => setSwarmShown(true)} />
      <SwarmDialog open={swarmShown} onClose={() => setSwarmShown(false)} lookForSwarm={lookForSwarm} purgeSwarm={purgeSwarm} />
      <HostKeysDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </>
  );
}

/** Heard of as it happened; or, on a page opened since, known of the game. */
const isFlooded = ({ locked, flooded, phase }: LiveGame, settings: HostSettings): boolean => phase !== "ended" && locked && (flooded || settings.floodedBefore);
