"use client";

import type { GameSettings } from "@quickfire/engine/settings";
import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { FieldNote } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { GameSettingsForm } from "./GameSettingsForm";
import styles from "./StartGameDialog.module.css";
import { defaultSettings } from "./start-settings";

export type QuizToStart = { quizId: string; title: string; questions: number; problems: number };

type StartGameDialogProps = {
  quiz: QuizToStart | null;
  onClose: () => void;
  /** Brings the author to what is missing; without it, the editor is opened. */
  onMend?: () => void;
};

/** Asks how to play, opens the game, and brings the host to its lobby. Says what is missing where the quiz is not finished. */
export function StartGameDialog({ quiz, onClose, onMend }: StartGameDialogProps) {
  const t = useTranslations("games.start");
  return (
    <Dialog
      wide
      open={quiz !== null}
      onOpenChange={(open) => { if (!open) onClose(); }}
      title={t("title")}
      description={quiz ? t("of", { title: quiz.title, count: quiz.questions }) : undefined}
    >
      {quiz === null ? null : quiz.problems > 0 || quiz.questions === 0 ? <Unfinished quiz={quiz} problems={quiz.problems} onClose={onClose} onMend={onMend} /> : <SetUp quiz={quiz} onClose={onClose} onMend={onMend} />}
    </Dialog>
  );
}

type PartProps = StartGameDialogProps & { quiz: QuizToStart };

/** Begins as the last game was set up. Where that can't be found out, a game can be opened all the same. */
function SetUp(props: PartProps) {
  const t = useTranslations("games.start");
  const last = trpc.game.lastSettings.useQuery({ quizId: props.quiz.quizId }, { gcTime: 0, retry: false });
  if (last.isPending) return <Skeleton words={t("loadingSettings")} rows={6} />;
  return <StartForm {...props} start={last.data?.settings ?? defaultSettings} remembered={last.data ? (last.data.sameQuiz ? "sameQuiz" : "other") : "none"} />;
}

function StartForm({ quiz, onClose, onMend, start, remembered }: PartProps & { start: GameSettings; remembered: "sameQuiz" | "other" | "none" }) {
  const t = useTranslations("games.start");
  const common = useTranslations("common");
  const router = useRouter();
  const [settings, setSettings] = useState(start);
  const creating = trpc.game.create.useMutation({ onSuccess: ({ gameId }) => router.push(routes.host(gameId)) });
  const opening = creating.isPending || creating.isSuccess;
  const failure = creating.error ? failureOf(creating.error) : null;
  if (failure?.reason === "NOT_PLAYABLE") return <Unfinished quiz={quiz} problems={failure.issues?.length ?? 0} onClose={onClose} onMend={onMend} />;
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (!opening) creating.mutate({ quizId: quiz.quizId, settings }); }}>
      <GameSettingsForm settings={settings} onChange={setSettings} />
      <div role="alert">{failure ? <FieldNote error={t(failure.reason === "BUSY" ? "busy" : "failed")} /> : null}</div>
      <Dialog.Actions>
        <p className={styles.remembered}>
          {t(`remembered.${remembered}`)} {remembered === "none" ? null : <Button look="quiet" size="compact" onClick={() => setSettings(defaultSettings)}>{t("asUsual")}</Button>}
        </p>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" look="live" icon={<Play aria-hidden />} aria-disabled={opening}>{t(opening ? "submitting" : "submit")}</Button>
      </Dialog.Actions>
    </form>
  );
}

function Unfinished({ quiz, problems, onClose, onMend }: PartProps & { problems: number }) {
  const t = useTranslations("games.start");
  const common = useTranslations("common");
  return (
    <>
      <p>{quiz.questions === 0 ? t("noQuestions") : t("notPlayable", { count: problems })}</p>
      <Dialog.Actions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        {onMend ? <Button look="primary" onClick={onMend}>{t("mend")}</Button> : <LinkButton look="primary" href={routes.editQuiz(quiz.quizId)} onClick={onClose}>{t("mend")}</LinkButton>}
      </Dialog.Actions>
    </>
  );
}
