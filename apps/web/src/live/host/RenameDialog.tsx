import type { RosterEntry } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import type { RenameOutcome } from "./use-host-commands";

/** Without a name the game gives a friendly one. */
export type Rename = (participantId: string, name?: string) => Promise<RenameOutcome>;

/** Another name for somebody whose own does not belong on a wall. */
export function RenameDialog({ person, onClose, onRename }: { person: RosterEntry | null; onClose: () => void; onRename: Rename }) {
  const t = useTranslations("host.rename");
  return (
    <Dialog open={person !== null} onOpenChange={(open) => { if (!open) onClose(); }} title={t("title", { name: person?.name ?? "" })} description={t("text")}>
      {person ? <RenameForm person={person} onClose={onClose} onRename={onRename} /> : null}
    </Dialog>
  );
}

function RenameForm({ person, onClose, onRename }: { person: RosterEntry; onClose: () => void; onRename: Rename }) {
  const t = useTranslations("host.rename");
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<Exclude<RenameOutcome, "renamed"> | null>(null);
  const rename = async (wanted?: string) => {
    const outcome = await onRename(person.participantId, wanted);
    if (outcome === "renamed") onClose();
    else setProblem(outcome);
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void rename(name); }}>
      <TextField label={t("label")} value={name} autoComplete="off" onChange={(event) => { setName(event.target.value); setProblem(null); }} error={problem ? t(`problem.${problem}`) : null} />
      <Dialog.Actions>
        <Button onClick={() => void rename()}>{t("friendly")}</Button>
        <Button type="submit" look="primary" disabled={name.trim() === ""}>{t("confirm")}</Button>
      </Dialog.Actions>
    </form>
  );
}
