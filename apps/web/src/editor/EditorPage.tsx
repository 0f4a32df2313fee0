"use client";

import { storeQuiz } from "@quickfire/engine/quiz";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { routes } from "@/routes";
import { trpc, type ApiOutput } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { Skeleton } from "@/ui/Skeleton";
import { Editor } from "./Editor";
import styles from "./EditorPage.module.css";
import { createDeviceCopy } from "./saving/device-copy";
import { openingOf } from "./saving/opening";
import { newId } from "./state/new-id";

/** Loads a quiz once; from then on the editor is the truth, and saving is its business. */
export function EditorPage({ quizId }: { quizId: string }) {
  const t = useTranslations("editor");
  const common = useTranslations("common");
  const loaded = trpc.quiz.byId.useQuery({ quizId }, { staleTime: Infinity, gcTime: 0, refetchOnReconnect: false });
  if (loaded.data) return <OpenedEditor loaded={loaded.data} />;
  const missing = loaded.error && ["NOT_FOUND", "INVALID"].includes(failureOf(loaded.error).reason);
  return (
    <main id="main" className={styles.page}>
      {missing ? (
        <ErrorState alone title={t("notFound.title")} text={t("notFound.text")} action={<LinkButton look="primary" href={routes.library}>{t("notFound.toLibrary")}</LinkButton>} />
      ) : loaded.error ? (
        <ErrorState alone title={t("loadError.title")} text={t("loadError.text")} action={<Button look="primary" onClick={() => void loaded.refetch()}>{common("retry")}</Button>} />
      ) : (
        <Skeleton alone words={t("loading")} rows={5} />
      )}
    </main>
  );
}

function OpenedEditor({ loaded }: { loaded: ApiOutput["quiz"]["byId"] }) {
  const [{ device, opening }] = useState(() => {
    const device = createDeviceCopy({ storage: localStorage, quizId: loaded.quizId, tab: newId(), now: Date.now });
    const saved = { quiz: storeQuiz(loaded.quiz, newId), revision: loaded.revision, savedAt: loaded.updatedAt };
    return { device, opening: openingOf(saved, device.read()) };
  });
  return <Editor quizId={loaded.quizId} opening={opening} device={device} />;
}
