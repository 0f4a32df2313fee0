import { CircleSlash, Expand, History, Keyboard, QrCode, Smartphone, Undo2, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { useShortcuts } from "../parts/use-shortcuts";
import { useLiveSelector } from "../parts/use-live";
import { selectShownResult } from "../store/earlier-result";
import type { HostActions } from "./host-actions";
import styles from "./HostTools.module.css";
import { EarlierDialog, type EarlierResults } from "./EarlierDialog";
import { RemoteDialog } from "./RemoteDialog";
import { useSoundSettings } from "../sound/sound-settings";
import { SoundDialog } from "./SoundDialog";
import { VoidDialog } from "./VoidDialog";

type HostToolsProps = { gameId: string; round: number; actions: HostActions; earlier: EarlierResults; onQr: () => void; onFullScreen: (() => void) | undefined; onKeys: () => void };

/** What a host seldom needs. Like the controls above, nothing here moves when the phase does. */
export function HostTools({ gameId, round, actions, earlier, onQr, onFullScreen, onKeys }: HostToolsProps) {
  const t = useTranslations("host.tools");
  const [earlierShown, setEarlierShown] = useState(false);
  const [voiding, setVoiding] = useState(false);
  const [remoteShown, setRemoteShown] = useState(false);
  const [soundShown, setSoundShown] = useState(false);
  const { settings: sound, change: changeSound } = useSoundSettings();
  useShortcuts({ M: () => changeSound({ on: !sound.on }) });
  const isPast = useLiveSelector(selectShownResult) !== null;
  const { back } = actions;
  return (
    <div className={styles.tools}>
      <Button size="compact" look="quiet" icon={<Undo2 aria-hidden />} disabled={!back} onClick={back} aria-keyshortcuts="ArrowLeft">{t("back")}</Button>
      <Button size="compact" look="quiet" icon={<History aria-hidden />} disabled={!earlier.isPossible} onClick={() => { if (isPast) void earlier.show(null); else setEarlierShown(true); }}>{t(isPast ? "present" : "earlier")}</Button>
      <Button size="compact" look="quiet" icon={<CircleSlash aria-hidden />} disabled={!actions.void} onClick={() => setVoiding(true)}>{t("void")}</Button>
      <Button size="compact" look="quiet" icon={<QrCode aria-hidden />} onClick={onQr} aria-keyshortcuts="Q">{t("qr")}</Button>
      <Button size="compact" look="quiet" icon={<Smartphone aria-hidden />} onClick={() => setRemoteShown(true)}>{t("remote")}</Button>
      <Button size="compact" look="quiet" icon={sound.on ? <Volume2 aria-hidden /> : <VolumeX aria-hidden />} onClick={() => setSoundShown(true)} aria-keyshortcuts="M">{t(sound.on ? "sound" : "silent")}</Button>
      {onFullScreen ? <Button size="compact" look="quiet" iconOnly title={t("fullScreen")} icon={<Expand aria-hidden />} onClick={onFullScreen} aria-keyshortcuts="F">{t("fullScreen")}</Button> : null}
      <Button size="compact" look="quiet" iconOnly title={t("keys")} className={styles.keys} icon={<Keyboard aria-hidden />} onClick={onKeys} aria-keyshortcuts="?">{t("keys")}</Button>
      <EarlierDialog open={earlierShown && earlier.isPossible} onOpenChange={setEarlierShown} earlier={earlier} />
      <SoundDialog open={soundShown} onOpenChange={setSoundShown} settings={sound} onChange={changeSound} />
      <RemoteDialog gameId={gameId} open={remoteShown} onOpenChange={setRemoteShown} />
      <VoidDialog round={round} open={voiding} onOpenChange={setVoiding} onVoid={() => { setVoiding(false); actions.void?.(); }} />
    </div>
  );
}
