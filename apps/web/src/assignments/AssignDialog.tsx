"use client";

import { type AssignmentSettings, assignmentSettingsSchema } from "@quickfire/engine/self-paced/assignment-settings";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { QuizToStart } from "@/games/StartGameDialog";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf, issueAt } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { FieldNote, SelectField, TextField } from "@/ui/Field";
import { Tick } from "@/ui/Tick";
import styles from "./AssignDialog.module.css";
import { CopyLink } from "./CopyLink";
import { fieldValue, usualDeadline } from "./deadline-words";

/** Asks by when and how a quiz is to be taken, and hands out its link. */
export function AssignDialog({ quiz, onClose }: { quiz: QuizToStart | null; onClose: () => void }) {
  const t = useTranslations("assignments.assign");
  return (
    <Dialog open={quiz !== null} onOpenChange={(open) => { if (!open) onClose(); }} title={t("title")} description={quiz ? t("of", { title: quiz.title, count: quiz.questions }) : undefined}>
      {quiz ? <AssignForm quiz={quiz} onClose={onClose} /> : null}
    </Dialog>
  );
}

const paces = { free: { timeLimits: false, speedWeight: 0 }, limits: { timeLimits: true, speedWeight: 0 }, speed: { timeLimits: true, speedWeight: 50 } } as const;
const attemptSteps = [1, 2, 3, 5, 10] as const;

const paceOf = ({ timeLimits, speedWeight }: AssignmentSettings): keyof typeof paces => (timeLimits ? (speedWeight > 0 ? "speed" : "limits") : "free");

function AssignForm({ quiz, onClose }: { quiz: QuizToStart; onClose: () => void }) {
  const t = useTranslations("assignments.assign");
  const common = useTranslations("common");
  const { assignment } = trpc.useUtils();
  const [title, setTitle] = useState(quiz.title);
  const [deadline, setDeadline] = useState(() => fieldValue(usualDeadline(Date.now())));
  const [settings, setSettings] = useState(() => assignmentSettingsSchema.parse({}));
  const creating = trpc.assignment.create.useMutation({ onSuccess: () => assignment.list.invalidate() });
  const failure = creating.error ? failureOf(creating.error) : null;
  const set = (change: object) => setSettings(assignmentSettingsSchema.parse({ ...settings, ...change }));

  if (creating.data) return <LinkReady code={creating.data.code} assignmentId={creating.data.assignmentId} />;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!creating.isPending && deadline) creating.mutate({ quizId: quiz.quizId, title, deadline: new Date(deadline).toISOString(), settings });
      }}
    >
      <TextField label={t("name")} value={title} onChange={(event) => setTitle(event.target.value)} maxLength={120} error={failure && issueAt(failure, "title")} />
      <TextField label={t("deadline")} hint={t("deadlineHint")} type="datetime-local" required value={deadline} onChange={(event) => setDeadline(event.target.value)} error={failure && issueAt(failure, "deadline")} />
      <div className={styles.pair}>
        <SelectField label={t("attempts")} value={settings.attempts} onChange={(event) => set({ attempts: Number(event.target.value) })}>
          {attemptSteps.map((count) => <option key={count} value={count}>{t("attemptsCount", { count })}</option>)}
        </SelectField>
        <SelectField label={t("feedback")} value={settings.feedback} onChange={(event) => set({ feedback: event.target.value })}>
          <option value="question">{t("feedback_question")}</option>
          <option value="end">{t("feedback_end")}</option>
        </SelectField>
        <SelectField label={t("pace")} value={paceOf(settings)} onChange={(event) => set(event.target.value === "speed" ? paces.speed : event.target.value === "limits" ? paces.limits : paces.free)}>
          <option value="free">{t("pace_free")}</option>
          <option value="limits">{t("pace_limits")}</option>
          <option value="speed">{t("pace_speed")}</option>
        </SelectField>
        <SelectField label={t("takers")} value={settings.takers} onChange={(event) => set({ takers: event.target.value })}>
          <option value="anyone">{t("takers_anyone")}</option>
          <option value="signedIn">{t("takers_signedIn")}</option>
        </SelectField>
      </div>
      <Tick checked={settings.shuffle} onChange={(shuffle) => set({ shuffle })}>{t("shuffle")}</Tick>
      <div role="alert">{failure && !failure.issues ? <FieldNote error={t("failed")} /> : failure?.reason === "NOT_PLAYABLE" ? <FieldNote error={t("unfinished")} /> : null}</div>
      <Dialog.Actions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" look="primary" aria-disabled={creating.isPending}>{t(creating.isPending ? "submitting" : "submit")}</Button>
      </Dialog.Actions>
    </form>
  );
}

function LinkReady({ code, assignmentId }: { code: string; assignmentId: string }) {
  const t = useTranslations("assignments.link");
  return (
    <div className={styles.form}>
      <p role="status">{t("ready")}</p>
      <CopyLink code={code} />
      <Dialog.Actions><LinkButton look="primary" href={routes.assignment(assignmentId)}>{t("toResults")}</LinkButton></Dialog.Actions>
    </div>
  );
}
