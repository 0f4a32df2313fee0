"use client";

import { useTranslations } from "next-intl";
import { PresetChoice } from "./PresetChoice";
import { MoreSettings } from "./MoreSettings";
import { SettingChoice } from "./SettingChoice";
import styles from "./GameSettingsForm.module.css";
import { type SettingsFormProps, withValue } from "./settings-form";
import { TeamSettings } from "./TeamSettings";

/** How a game is set up, on one screen: what most want to choose, each with what it does; what few change lies under a fold. */
export function GameSettingsForm({ settings, onChange }: SettingsFormProps) {
  const t = useTranslations("games.start.settings");
  const { pace, feedback, leaderboard, speedWeight, show, names, start, lobbySound } = settings;
  return (
    <>
      <PresetChoice settings={settings} onChange={onChange} />
      <div className={styles.settings}>
        <SettingChoice
          label={t("pace")}
          value={pace}
          choices={(["manual", "auto"] as const).map((value) => ({ value, label: t(`pace_${value}`) }))}
          line={t(`paceLine_${pace}`)}
          onChange={(value) => onChange({ ...settings, pace: value })}
        />
        <SettingChoice
          label={t("speedWeight")}
          value={String(speedWeight)}
          choices={withValue(speedSteps, speedWeight).map((percent) => ({ value: String(percent), label: isSpeedStep(percent) ? t(`speed_${percent}`) : t("speed_other", { percent }) }))}
          line={speedWeight === 0 ? t("speedLine_none") : t("speedLine", { percent: speedWeight })}
          onChange={(value) => onChange({ ...settings, speedWeight: Number(value) })}
        />
        <SettingChoice
          label={t("feedback")}
          value={feedback}
          choices={(["reveal", "instant"] as const).map((value) => ({ value, label: t(`feedback_${value}`) }))}
          line={t(`feedbackLine_${feedback}`)}
          onChange={(value) => onChange({ ...settings, feedback: value })}
        />
        <SettingChoice
          label={t("leaderboard")}
          value={leaderboard}
          choices={(["reveal", "live", "end", "never"] as const).map((value) => ({ value, label: t(`leaderboard_${value}`) }))}
          line={t(`leaderboardLine_${leaderboard}`)}
          onChange={(value) => onChange({ ...settings, leaderboard: value })}
        />
        <SettingChoice
          label={t("show")}
          value={show}
          choices={(["full", "optionsOnly"] as const).map((value) => ({ value, label: t(`show_${value}`) }))}
          line={t(`showLine_${show}`)}
          onChange={(value) => onChange({ ...settings, show: value })}
        />
        <SettingChoice
          label={t("names")}
          value={names}
          choices={(["own", "given"] as const).map((value) => ({ value, label: t(`names_${value}`) }))}
          line={t(`namesLine_${names}`)}
          onChange={(value) => onChange({ ...settings, names: value })}
        />
        <TeamSettings settings={settings} onChange={onChange} />
        <SettingChoice
          label={t("start")}
          value={start}
          choices={(["manual", "auto"] as const).map((value) => ({ value, label: t(`start_${value}`) }))}
          line={t(`startLine_${start}`)}
          onChange={(value) => onChange({ ...settings, start: value })}
        />
        <SettingChoice
          label={t("lobbySound")}
          value={lobbySound ? "on" : "off"}
          choices={(["on", "off"] as const).map((value) => ({ value, label: t(`lobbySound_${value}`) }))}
          line={t(`lobbySoundLine_${lobbySound ? "on" : "off"}`)}
          onChange={(value) => onChange({ ...settings, lobbySound: value === "on" })}
        />
      </div>
      <MoreSettings settings={settings} onChange={onChange} />
    </>
  );
}

const speedSteps = [0, 25, 50, 100] as const;
const isSpeedStep = (percent: number): percent is (typeof speedSteps)[number] => speedSteps.some((step) => step === percent);
