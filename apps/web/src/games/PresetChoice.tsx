import { useTranslations } from "next-intl";
import styles from "./PresetChoice.module.css";
import type { SettingsFormProps } from "./settings-form";
import { presetNames, presetOf, withPreset } from "./start-settings";

/** Two ways to play, for most: each sets what belongs together. */
export function PresetChoice({ settings, onChange }: SettingsFormProps) {
  const t = useTranslations("games.start");
  const chosen = presetOf(settings);
  return (
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
  );
}
