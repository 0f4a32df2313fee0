import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Tick } from "@/ui/Tick";
import type { SoundSettings } from "../sound/sound-settings";
import { soundParts } from "../sound/stage-cues";
import styles from "./SoundDialog.module.css";

type SoundDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; settings: SoundSettings; onChange: (changed: Partial<SoundSettings>) => void };

/** How loud the projector's window is in each part of a game. */
export function SoundDialog({ open, onOpenChange, settings, onChange }: SoundDialogProps) {
  const t = useTranslations("host.sound");
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("text")}>
      <Tick checked={settings.on} onChange={(on) => onChange({ on })}>{t("on")}</Tick>
      {soundParts.map((part) => (
        <Field key={part} label={t(part)} className={styles.part}>
          {(control) => <input {...control} type="range" min={0} max={100} step={10} disabled={!settings.on} value={settings[part]} onChange={(event) => onChange({ [part]: event.target.valueAsNumber })} />}
        </Field>
      ))}
      <Dialog.Actions><Button look="primary" onClick={() => onOpenChange(false)}>{common("close")}</Button></Dialog.Actions>
    </Dialog>
  );
}
