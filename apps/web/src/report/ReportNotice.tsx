import { LoaderCircle, Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { LinkButton } from "@/ui/Button";
import styles from "./ReportNotice.module.css";
import type { ReportPhase } from "./use-report";

/** Says when the figures are not the last ones. */
export function ReportNotice({ gameId, phase, incomplete }: { gameId: string; phase: ReportPhase; incomplete: boolean }) {
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
      {incomplete ? (
        <div className={styles.notice} data-kind="saving">
          <LoaderCircle aria-hidden />
          <p><b>{t("saving.title")}</b> {t("saving.text")}</p>
        </div>
      ) : null}
    </div>
  );
}
