import { useTranslations } from "next-intl";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import type { FlagDetails } from "./flag-types";
import styles from "./FlagPage.module.css";
import { useDecisionDetails } from "./use-decision-details";

/** What was done about a flag, the newest first. */
export function FlagHistory({ flag }: { flag: FlagDetails }) {
  const t = useTranslations("review.flag");
  const locale = useRegionalLocale();
  const detailsOf = useDecisionDetails();
  if (flag.history.length === 0) return null;
  const instant = (at: string) => `${describeDay(at, locale)}, ${describeTime(at, locale)}`;
  return (
    <section aria-labelledby="flag-history">
      <h2 id="flag-history">{t("history")}</h2>
      <ul className={styles.history}>
        {flag.history.map(({ action, at, by, details: given }) => (
          <li key={`${action} ${at}`}>
            <span>{[t(`action.${action}`), detailsOf(given)].filter(Boolean).join(", ")}</span>
            <small><time dateTime={at}>{instant(at)}</time>, {by === null ? t("automatic") : t("by", { name: by })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
