"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { useUserChanges } from "./use-user-changes";
import type { User } from "./use-users";

export function DisableDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTranslations("admin.users");
  const common = useTranslations("common");
  const { setDisabled } = useUserChanges(user, onClose);
  return (
    <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title={t("disableTitle", { name: user.name })} description={t("disableText")}>
      <Dialog.Actions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button look="danger" aria-disabled={setDisabled.isPending} onClick={() => { if (!setDisabled.isPending) setDisabled.mutate({ userId: user.userId, disabled: true }); }}>
          {t(setDisabled.isPending ? "disabling" : "disableSubmit")}
        </Button>
      </Dialog.Actions>
    </Dialog>
  );
}
