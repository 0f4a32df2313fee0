import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";

type VoidDialogProps = { round: number; open: boolean; onOpenChange: (open: boolean) => void; onVoid: () => void };

/** Asked, because everybody's points change at once, and don't come back. */
export function VoidDialog({ round, open, onOpenChange, onVoid }: VoidDialogProps) {
  const t = useTranslations("host.void");
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title", { round })} description={t("text")}>
      <Dialog.Actions>
        <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
        <Button look="danger" onClick={onVoid}>{t("confirm")}</Button>
      </Dialog.Actions>
    </Dialog>
  );
}
