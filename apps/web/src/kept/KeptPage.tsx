"use client";

import { useTranslations } from "next-intl";
import { type ApiOutput, trpc } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import styles from "./KeptPage.module.css";

type Settings = ApiOutput["retention"]["settings"];

/** Every kind of thing that is kept of people, with the setting that decides how long, where there is one. */
const kinds = [
  { kind: "guests", days: "guestDays", variable: "RETAIN_GUESTS_DAYS" },
  { kind: "addresses", days: "addressDays", variable: "RETAIN_ADDRESSES_DAYS" },
  { kind: "accounts" },
  { kind: "spent", days: "spentDays", variable: "RETAIN_SPENT_DAYS" },
  { kind: "deadLetters", days: "deadLetterDays", variable: "RETAIN_DEAD_LETTERS_DAYS" },
  { kind: "logs" },
  { kind: "live" },
  { kind: "limits" },
] as const;

/** For whoever runs this server: what is kept of people, how long, and what for. */
export function KeptPage() {
  const t = useTranslations("admin.kept");
  const common = useTranslations("common");
  const settings = trpc.retention.settings.useQuery();
  return (
    <>
      <PageHead title={t("title")} note={t("note")} />
      <div className={styles.body}>{renderKinds()}</div>
    </>
  );

  function renderKinds() {
    if (settings.data) return <Kinds settings={settings.data} />;
    if (settings.error) return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={() => void settings.refetch()}>{common("retry")}</Button>} />;
    return <Skeleton words={t("loading")} rows={6} />;
  }
}

function Kinds({ settings }: { settings: Settings }) {
  const t = useTranslations("admin.kept");
  return (
    <>
      <p className={styles.every}>{t("every", { minutes: settings.everyMinutes })}</p>
      <dl className={styles.kinds}>
        {kinds.map((row) => (
          <div key={row.kind} className={styles.kind}>
            <dt>{t(`kinds.${row.kind}.what`)}</dt>
            <dd className={styles.long}>
              {"days" in row ? <><strong>{t("days", { days: settings[row.days] })}</strong><small>{t("setting", { name: row.variable })}</small></> : <span className="faint">{t("always")}</span>}
            </dd>
            <dd><span className={styles.head}>{t("columns.then")}</span>{t(`kinds.${row.kind}.then`)}</dd>
            <dd><span className={styles.head}>{t("columns.why")}</span>{t(`kinds.${row.kind}.why`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
