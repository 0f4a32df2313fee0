import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/client";
import { useToast } from "@/ui/Toasts";

/** What can be done to a quiz from its row. A deletion can be taken back from its toast. */
export function useQuizChanges() {
  const t = useTranslations("library");
  const showToast = useToast();
  const lists = trpc.useUtils().quiz.list;
  const removing = trpc.quiz.remove.useMutation();
  const restoring = trpc.quiz.restore.useMutation();
  const publishing = trpc.quiz.setPublic.useMutation();
  const duplicating = trpc.quiz.duplicate.useMutation();
  const fail = (text: string) => showToast({ text, tone: "error" });

  async function remove(quizId: string, title: string) {
    try {
      await removing.mutateAsync({ quizId });
    } catch {
      return fail(t("deleteFailed", { title }));
    }
    showToast({ text: t("deleted", { title }), undo: () => void restore(quizId, title) });
    await lists.invalidate();
  }

  async function restore(quizId: string, title: string) {
    try {
      await restoring.mutateAsync({ quizId });
    } catch {
      return fail(t("restoreFailed", { title }));
    }
    showToast({ text: t("restored", { title }) });
    await lists.invalidate();
  }

  async function duplicate(quizId: string, title: string) {
    try {
      const copy = await duplicating.mutateAsync({ quizId });
      showToast({ text: t("copied", { title: copy.quiz.title }) });
    } catch {
      return fail(t("duplicateFailed", { title }));
    }
    await lists.invalidate();
  }

  async function setPublic(quizId: string, title: string, isPublic: boolean) {
    try {
      await publishing.mutateAsync({ quizId, isPublic });
      showToast({ text: t(isPublic ? "madePublic" : "madePrivate", { title }) });
    } catch {
      return fail(t("publicFailed"));
    }
    await lists.invalidate();
  }

  return {
    remove: (quizId: string, title: string) => void remove(quizId, title),
    duplicate: (quizId: string, title: string) => void duplicate(quizId, title),
    setPublic: (quizId: string, title: string, isPublic: boolean) => void setPublic(quizId, title, isPublic),
  };
}
