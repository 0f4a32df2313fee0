import type { GameSettings } from "@quickfire/engine/settings";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectField } from "@/ui/Field";
import { Tick } from "@/ui/Tick";
import styles from "./MoreSettings.module.css";
import { type SettingsFormProps, withValue } from "./settings-form";

const boardSizes = [3, 5, 10, 20, 50, 100] as const;
const countdowns = [0, 3, 5, 10] as const;

/** What few change. */
export function MoreSettings({ settings, onChange }: SettingsFormProps) {
  const t = useTranslations("games.start.settings");
  const set = <Key extends keyof GameSettings>(key: Key, value: GameSettings[Key]) => onChange({ ...settings, [key]: value });

  function amount(key: "leaderboardSize" | "countdown", steps: readonly number[], text: (value: number) => string) {
    return (
      <SelectField label={t(key)} value={settings[key]} hint={t(`${key}Line`)} onChange={(event) => set(key, Number(event.target.value))}>
        {withValue(steps, settings[key]).map((value) => <option key={value} value={value}>{text(value)}</option>)}
      </SelectField>
    );
  }

  return (
    <details className={styles.more}>
      <summary>{t("more")}</summary>
      <div className={styles.fields}>
        {amount("countdown", countdowns, (count) => t("countdown_seconds", { count }))}
        {amount("leaderboardSize", boardSizes, String)}
        <Tick checked={settings.streak} onChange={(value) => set("streak", value)}>{t("streak")}<Line>{t("streakLine")}</Line></Tick>
        <Tick checked={settings.closeWhenAllAnswered} onChange={(value) => set("closeWhenAllAnswered", value)}>{t("closeWhenAllAnswered")}<Line>{t("closeWhenAllAnsweredLine")}</Line></Tick>
        <Tick checked={settings.joinPattern === true} onChange={(value) => set("joinPattern", value || undefined)}>{t("joinPattern")}<Line>{t("joinPatternLine")}</Line></Tick>
        <Tick checked={settings.latencyCompensation} onChange={(value) => set("latencyCompensation", value)}>{t("latencyCompensation")}<Line>{t("latencyCompensationLine")}</Line></Tick>
      </div>
    </details>
  );
}

const Line = ({ children }: { children: ReactNode }) => <span className={styles.line}>{children}</span>;
