import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { useToast } from "@/ui/Toasts";
import type { FlagDetails } from "./flag-types";

const words: Record<string, "stale" | "protected" | "early"> = { STALE: "stale", PROTECTED: "protected", WRONG_PHASE: "early" };

/** What an admin does about a flag: on the state that they saw, so that two admins don't undo one another. */
export function useFlagDecisions({ flagId, revision }: Pick<FlagDetails, "flagId" | "revision">) {
  const t = useTranslations("review.toast");
  const showToast = useToast();
  const { review } = trpc.useUtils();
  const options = {
    onSuccess: () => showToast({ text: t("done") }),
    onError: (error: unknown) => showToast({ text: t(words[failureOf(error).reason] ?? "failed"), tone: "error" }),
    onSettled: () => review.invalidate(),
  };
  const confirm = trpc.review.confirm.useMutation(options);
  const clear = trpc.review.clear.useMutation(options);
  const block = trpc.review.block.useMutation(options);
  const lift = trpc.review.lift.useMutation(options);
  const takeBack = trpc.review.takeBack.useMutation(options);
  return {
    busy: [confirm, clear, block, lift, takeBack].some(({ isPending }) => isPending),
    confirm: () => confirm.mutate({ flagId, revision }),
    clear: () => clear.mutate({ flagId, revision }),
    block: (minutes: number | null) => block.mutate({ flagId, revision, minutes }),
    lift: (blockId: string) => lift.mutate({ blockId }),
    takeBack: () => takeBack.mutate({ flagId, revision }),
  };
}
