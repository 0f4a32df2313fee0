import type { RosterEntry } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";

export function RemoveDialog({ person, onClose, onRemove }: { person: RosterEntry | null; onClose: () => void; onRemove: (participantId: string) => Promise<void> }) {
  const t = useTranslations("host.remove");
  const common = useTranslations("common");
  return (
    <Dialog open={person !== null} onOpenChange={(open) => { if (!open) onClose(); }} title={t("title", { name: person?.name ?? "" })} description={t("text")}>
      <Dialog.Actions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button look="danger" onClick={() => { if (person) void onRemove(person.participantId); onClose(); }}>{t("confirm")}</Button>
      </Dialog.Actions>
    </Dialog>
  );
}
