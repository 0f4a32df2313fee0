import type { RosterEntry } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import { SelectField } from "@/ui/Field";
import { useTeamName } from "@/ui/TeamName";
import styles from "./TeamSelect.module.css";

/** Moves somebody to another team, as long as the game has not begun. */
export function TeamSelect({ person, teams, onChange }: { person: RosterEntry; teams: number; onChange: (participantId: string, team: number) => Promise<void> }) {
  const t = useTranslations("host.roster");
  const name = useTeamName();
  return (
    <SelectField label={t("teamOf", { name: person.name })} labelHidden className={styles.select} value={person.team ?? ""} onChange={(event) => void onChange(person.participantId, Number(event.target.value))}>
      {Array.from({ length: teams }, (_, index) => <option key={index + 1} value={index + 1}>{name(index + 1)}</option>)}
    </SelectField>
  );
}
