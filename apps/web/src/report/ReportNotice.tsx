import { Bot, LoaderCircle, Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { LinkButton } from "@/ui/Button";
import styles from "./ReportNotice.module.css";
import type { ReportPhase } from "./use-report";

/** Says when the figures are not the last ones, and when they count for nothing. */
export function ReportNotice({ gameId, phase, incomplete, bots }: { gameId: string; phase: ReportPhase; incomplete: boolean; /** How many played along; null where it was no rehearsal. */ bots: number | null }) {
  const t = useTranslations("report");
  return (
    <div role="status">
      {phase === "running" ? (
        <div className={styles.notice} data-kind="running">
          <Radio aria-hidden />
          <p><b>{t("running.title")}</b> {t("running.text")}</p>
          <LinkButton size="compact" look="live" href={routes.host(gameId)}>{t("running.open")}</LinkButton>
        </div>
      ) : null}
      {bots === null ? null : (
        <div className={styles.notice} data-kind="rehearsal">
          <Bot aria-hidden />
          <p><b>{t("rehearsal.title")}</b> {t("rehearsal.text", { count: bots })}</p>
        </div>
      )}
      {incomplete ? (
        <div className={styles.notice} data-kind="saving">
          <LoaderCircle aria-hidden />
          <p><b>{t("saving.title")}</b> {t("saving.text")}</p>
        </div>
      ) : null}
    </div>
  );
}
