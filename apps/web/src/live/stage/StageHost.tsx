import { Expand } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/ui/Button";
import { HostKeysDialog } from "../host/HostKeysDialog";
import { hostActionsOf, hostKeysOf } from "../host/host-actions";
import type { HostSettings } from "../host/host-settings";
import { useHostCommands } from "../host/use-host-commands";
import { useFullScreen } from "../parts/use-full-screen";
import { useShortcuts } from "../parts/use-shortcuts";
import { useWakeLock } from "../parts/use-wake-lock";
import { useSoundSettings } from "../sound/sound-settings";
import { useStageSound } from "../sound/use-stage-sound";
import type { LiveGame } from "../store/live-game";
import type { JoinPlace } from "./join-place";
import styles from "./StageHost.module.css";
import { StageQr } from "./StageQr";
import { useQrShown } from "./use-qr-shown";

type StageHostProps = { gameId: string; game: LiveGame; settings: HostSettings; /** It is heard in the lobby as well. */ lobbySound: boolean; join: JoinPlace; children: ReactNode };

/** The wall as its host uses it: on the whole screen, lit as long as the game runs, and moved by the keys of the desk. */
export function StageHost({ gameId, game, settings, lobbySound, join, children }: StageHostProps) {
  const t = useTranslations("stage");
  const { run } = useHostCommands(gameId);
  const { isFull, toggle } = useFullScreen();
  const [keysShown, setKeysShown] = useState(false);
  const { settings: sound, change: changeSound } = useSoundSettings();
  const { shown: qrShown, toggle: toggleQr } = useQrShown(game);
  useStageSound(game, lobbySound ? sound : { ...sound, lobby: 0 });
  useWakeLock(game.phase !== "ended");
  useShortcuts({ ...hostKeysOf(hostActionsOf(game, settings, run)), F: toggle, M: () => changeSound({ on: !sound.on }), Q: toggleQr, "?": () => setKeysShown(true) });
  return (
    <div className={styles.wall}>
      {children}
      {qrShown ? <StageQr join={join} /> : null}
      {toggle && !isFull ? (
        <Button size="compact" className={styles.full} icon={<Expand aria-hidden />} onClick={toggle} aria-keyshortcuts="F">{t("fullScreen")}</Button>
      ) : null}
      <HostKeysDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
