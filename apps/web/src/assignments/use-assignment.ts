import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { type ApiOutput, trpc } from "@/trpc/client";
import { useToast } from "@/ui/Toasts";

export type Assignment = ApiOutput["assignment"]["results"];

const refreshMs = 15_000;

/** One assignment with its results, and what its host can do to it. A deletion can be taken back from its toast. */
export function useAssignment(assignmentId: string) {
  const t = useTranslations("assignments.page");
  const router = useRouter();
  const showToast = useToast();
  const { assignment: lists } = trpc.useUtils();
  const results = trpc.assignment.results.useQuery({ assignmentId }, { refetchInterval: refreshMs });
  const changing = trpc.assignment.setDeadline.useMutation();
  const removing = trpc.assignment.remove.useMutation();
  const restoring = trpc.assignment.restore.useMutation();

  async function setDeadline(deadline: string) {
    try {
      await changing.mutateAsync({ assignmentId, deadline });
      showToast({ text: t("changed") });
    } catch {
      showToast({ text: t("changeFailed"), tone: "error" });
    }
    await lists.invalidate();
  }

  async function restore() {
    await restoring.mutateAsync({ assignmentId }).catch(() => showToast({ text: t("deleteFailed"), tone: "error" }));
    await lists.invalidate();
  }

  async function remove() {
    try {
      await removing.mutateAsync({ assignmentId });
    } catch {
      return showToast({ text: t("deleteFailed"), tone: "error" });
    }
    showToast({ text: t("deleted"), undo: () => void restore() });
    router.push(routes.assignments);
    await lists.list.invalidate();
  }

  return { assignment: results.data, error: results.data ? null : results.error, retry: () => void results.refetch(), setDeadline: (deadline: string) => void setDeadline(deadline), remove: () => void remove() };
}
