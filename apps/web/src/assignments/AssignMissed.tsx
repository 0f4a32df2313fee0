"use client";

import { defaultWrongPercent, missedQuestions } from "@quickfire/engine/self-paced/missed-questions";
import { NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Report } from "@/report/report-figures";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { Button, LinkButton } from "@/ui/Button";
import { FieldNote, SelectField } from "@/ui/Field";
import styles from "./AssignMissed.module.css";
import { CopyLink } from "./CopyLink";

const percents = [20, 30, 40, 50, 60, 80] as const;

/** What the class got wrong becomes homework with one click; from which share on is said, and can be moved. */
export function AssignMissed({ gameId, report }: { gameId: string; report: Report }) {
  const t = useTranslations("assignments");
  const { assignment } = trpc.useUtils();
  const [wrongPercent, setWrongPercent] = useState<number>(defaultWrongPercent);
  const creating = trpc.assignment.createFromGame.useMutation({ onSuccess: () => assignment.list.invalidate() });
  const missed = missedQuestions(report.questions, wrongPercent);
  const made = creating.data;
  return (
    <section className={styles.card} aria-label={t("missed.title")}>
      {made ? (
        <div className={styles.made}>
          <p role="status">{t("link.ready")} {t("missed.found", { count: made.questions })}</p>
          <CopyLink code={made.code} />
          <LinkButton href={routes.assignment(made.assignmentId)}>{t("link.toResults")}</LinkButton>
        </div>
      ) : (
        <>
          <SelectField label={t("missed.threshold")} value={wrongPercent} onChange={(event) => setWrongPercent(Number(event.target.value))} className={styles.percent}>
            {percents.map((percent) => <option key={percent} value={percent}>{t("missed.percent", { percent })}</option>)}
          </SelectField>
          <p className={styles.found} role="status">{t("missed.found", { count: missed.length })}</p>
          <Button look="primary" icon={<NotebookPen aria-hidden />} disabled={missed.length === 0} aria-disabled={creating.isPending} onClick={() => { if (!creating.isPending) creating.mutate({ gameId, wrongPercent }); }}>
            {t("missed.assign")}
          </Button>
          <div role="alert" className={styles.failed}>{creating.error ? <FieldNote error={t("assign.failed")} /> : null}</div>
        </>
      )}
    </section>
  );
}
