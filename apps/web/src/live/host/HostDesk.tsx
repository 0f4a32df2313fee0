import type { GameSettings } from "@quickfire/engine";
import { useShortcuts } from "../parts/use-shortcuts";
import { DaylightContext, useDaylightChoice } from "../stage/daylight";
import type { JoinPlace } from "../stage/join-place";
import { StageView } from "../stage/StageView";
import type { LiveGame } from "../store/live-game";
import { HostControls } from "./HostControls";
import styles from "./HostDesk.module.css";
import { HostSide } from "./HostSide";
import { ProgressStrip } from "./ProgressStrip";
import { useHostCommands } from "./use-host-commands";

export type HostSettings = { pace: GameSettings["pace"]; /** Standings come after each reveal. */ boardBetween: boolean };

export function HostDesk({ gameId, game, join, settings }: { gameId: string; game: LiveGame; join: JoinPlace; settings: HostSettings }) {
  const { run, remove, changeTeam, problem } = useHostCommands(gameId);
  const { daylight, toggleDaylight } = useDaylightChoice();
  useShortcuts({ D: toggleDaylight });
  return (
    <>
      <div className={styles.work}>
        <div className={styles.stage}>
          <DaylightContext value={daylight}><StageView game={game} join={join} /></DaylightContext>
        </div>
        <HostControls gameId={gameId} game={game} settings={settings} run={run} problem={problem} />
        <ProgressStrip game={game} />
      </div>
      <HostSide game={game} onRemove={remove} onChangeTeam={changeTeam} />
    </>
  );
}
