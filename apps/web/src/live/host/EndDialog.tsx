import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";

/** Asked, because it can't be taken back. */
export function EndDialog({ open, onOpenChange, isLobby, onEnd }: { open: boolean; onOpenChange: (open: boolean) => void; isLobby: boolean; onEnd: () => void }) {
  const t = useTranslations("host.end");
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={isLobby ? t("textLobby") : t("text")}>
      <Dialog.Actions>
        <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
        <Button look="danger" onClick={onEnd}>{t("confirm")}</Button>
      </Dialog.Actions>
    </Dialog>
  );
}
