import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { useToast } from "@/ui/Toasts";
import type { User } from "./use-users";

/** What an admin does to one account. Whatever comes of it, the list is read again. */
export function useUserChanges(user: User, onSettled: () => void = () => undefined) {
  const t = useTranslations("admin.users");
  const utils = trpc.useUtils();
  const showToast = useToast();
  const common = {
    onError: (error: unknown) => {
      const { reason } = failureOf(error);
      showToast({ text: t(reason === "STALE" ? "stale" : reason === "FORBIDDEN" ? "forbidden" : "failed"), tone: "error" as const });
    },
    onSettled: async () => {
      onSettled();
      await utils.user.list.invalidate();
    },
  };
  const setRoles = trpc.user.setRoles.useMutation({ ...common, onSuccess: () => showToast({ text: t("saved", { name: user.name }) }) });
  const setDisabled = trpc.user.setDisabled.useMutation({ ...common, onSuccess: (_, { disabled }) => showToast({ text: t(disabled ? "wasDisabled" : "wasEnabled", { name: user.name }) }) });
  return { setRoles, setDisabled };
}
