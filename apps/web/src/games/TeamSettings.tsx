import { useTranslations } from "next-intl";
import { SettingChoice } from "./SettingChoice";
import type { SettingsFormProps } from "./settings-form";

const none = "none";
const teamCounts = [2, 3, 4, 5, 6, 7, 8] as const;

/** Whether there are teams, how many, and who says who is in which. */
export function TeamSettings({ settings, onChange }: SettingsFormProps) {
  const t = useTranslations("games.start.settings");
  const { teams, teamChoice } = settings;
  return (
    <>
      <SettingChoice
        label={t("teams")}
        value={teams === undefined ? none : String(teams)}
        choices={[{ value: none, label: t("teams_none") }, ...teamCounts.map((count) => ({ value: String(count), label: String(count) }))]}
        line={teams === undefined ? t("teamsLine_none") : t("teamsLine")}
        onChange={(value) => onChange({ ...settings, teams: value === none ? undefined : Number(value) })}
      />
      {teams === undefined ? null : (
        <SettingChoice
          label={t("teamChoice")}
          value={teamChoice}
          choices={(["pick", "dealt"] as const).map((value) => ({ value, label: t(`teamChoice_${value}`) }))}
          line={t(`teamChoiceLine_${teamChoice}`)}
          onChange={(value) => onChange({ ...settings, teamChoice: value })}
        />
      )}
    </>
  );
}
