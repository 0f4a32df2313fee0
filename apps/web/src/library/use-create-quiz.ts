import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { useToast } from "@/ui/Toasts";

/** Makes an empty quiz and opens it in the editor. */
export function useCreateQuiz() {
  const t = useTranslations("library");
  const router = useRouter();
  const showToast = useToast();
  const language = useLocale();
  const creating = trpc.quiz.create.useMutation({
    onSuccess: ({ quizId }) => router.push(routes.editQuiz(quizId)),
    onError: () => showToast({ text: t("createFailed"), tone: "error" }),
  });
  const running = creating.isPending || creating.isSuccess;
  return { running, run: () => { if (!running) creating.mutate({ title: t("newTitle"), description: "", language, tags: [], questions: [] }); } };
}
