"use client";

import { gameSettingsSchema, type GameSettings } from "@quickfire/engine/settings";
import { useTranslations } from "next-intl";
import { SelectField } from "@/ui/Field";
import { Tick } from "@/ui/Tick";
import styles from "./GameSettingsForm.module.css";
import { presetNames, presetOf, withPreset } from "./start-settings";

type FormProps = { settings: GameSettings; onChange: (settings: GameSettings) => void };

/** Two presets for most; all the rest behind one fold. */
export function GameSettingsForm({ settings, onChange }: FormProps) {
  const t = useTranslations("games.start");
  const chosen = presetOf(settings);
  return (
    <>
      <fieldset className={styles.presets}>
        <legend>{t("preset")}</legend>
        {presetNames.map((name) => (
          <label key={name} className={styles.preset}>
            <input type="radio" name="preset" checked={chosen === name} onChange={() => onChange(withPreset(settings, name))} />
            {t(`presets.${name}.name`)}
            <span className={styles.note}>{t(`presets.${name}.note`)}</span>
          </label>
        ))}
      </fieldset>
      <details className={styles.more} open={chosen === null}>
        <summary>{t("more")}</summary>
        <SettingFields settings={settings} onChange={onChange} />
      </details>
      <p className={styles.remembered}>{t("remembered")}</p>
    </>
  );
}

const speedSteps = [0, 25, 50, 100] as const;
const boardSizes = [3, 5, 10, 20, 50, 100] as const;
const countdowns = [0, 3, 5, 10] as const;
const teamCounts = [2, 3, 4, 5, 6, 7, 8] as const;

type WordSetting = "start" | "pace" | "feedback" | "leaderboard" | "show" | "names" | "teamChoice";

/** The steps offered, with the value in force among them even if it is none of them. */
const withValue = (steps: readonly number[], value: number): number[] => [...new Set([...steps, value])].sort((one, other) => one - other);

function SettingFields({ settings, onChange }: FormProps) {
  const t = useTranslations("games.start.settings");
  const set = <Key extends keyof GameSettings>(key: Key, value: GameSettings[Key]) => onChange({ ...settings, [key]: value });

  function choice<Key extends WordSetting>(key: Key, label: string, words: Record<GameSettings[Key], string>) {
    return (
      <SelectField label={label} value={settings[key]} onChange={(event) => onChange(gameSettingsSchema.parse({ ...settings, [key]: event.target.value }))}>
        {Object.entries<string>(words).map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </SelectField>
    );
  }

  function amount(key: "leaderboardSize" | "speedWeight" | "countdown", steps: readonly number[], text: (value: number) => string) {
    return (
      <SelectField label={t(key)} value={settings[key]} onChange={(event) => set(key, Number(event.target.value))}>
        {withValue(steps, settings[key]).map((value) => <option key={value} value={value}>{text(value)}</option>)}
      </SelectField>
    );
  }

  const speedText = (percent: number) => (percent === 0 || percent === 25 || percent === 50 || percent === 100 ? t(`speed_${percent}`) : t("speed_other", { percent }));

  return (
    <div className={styles.fields}>
      {choice("feedback", t("feedback"), { reveal: t("feedback_reveal"), instant: t("feedback_instant") })}
      {choice("leaderboard", t("leaderboard"), { reveal: t("leaderboard_reveal"), live: t("leaderboard_live"), end: t("leaderboard_end"), never: t("leaderboard_never") })}
      {amount("speedWeight", speedSteps, speedText)}
      {choice("pace", t("pace"), { manual: t("pace_manual"), auto: t("pace_auto") })}
      {choice("start", t("start"), { manual: t("start_manual"), auto: t("start_auto") })}
      {choice("show", t("show"), { full: t("show_full"), optionsOnly: t("show_optionsOnly") })}
      {choice("names", t("names"), { own: t("names_own"), given: t("names_given") })}
      <SelectField label={t("teams")} value={settings.teams ?? ""} onChange={(event) => set("teams", event.target.value === "" ? undefined : Number(event.target.value))}>
        <option value="">{t("teams_none")}</option>
        {teamCounts.map((count) => <option key={count} value={count}>{t("teams_count", { count })}</option>)}
      </SelectField>
      {settings.teams === undefined ? null : choice("teamChoice", t("teamChoice"), { pick: t("teamChoice_pick"), dealt: t("teamChoice_dealt") })}
      {amount("countdown", countdowns, (count) => t("countdown_seconds", { count }))}
      {amount("leaderboardSize", boardSizes, String)}
      <Tick className={styles.tick} checked={settings.streak} onChange={(value) => set("streak", value)}>{t("streak")}</Tick>
      <Tick className={styles.tick} checked={settings.closeWhenAllAnswered} onChange={(value) => set("closeWhenAllAnswered", value)}>{t("closeWhenAllAnswered")}</Tick>
      <Tick className={styles.tick} checked={settings.latencyCompensation} onChange={(value) => set("latencyCompensation", value)}>{t("latencyCompensation")}</Tick>
    </div>
  );
}
