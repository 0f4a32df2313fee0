"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ApiOutput, trpc } from "@/trpc/client";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import styles from "./LeaguePage.module.css";
import { LeagueChoices } from "./LeagueChoices";
import { LeagueTable } from "./LeagueTable";
import { tierNames } from "./tiers";

export type MyLeague = ApiOutput["league"]["mine"];

const refreshMs = 15_000;

/** The own league of this week, what it may lead to, and the weeks before. */
export function LeaguePage() {
  const t = useTranslations("boards.league");
  const common = useTranslations("common");
  const language = useLocale();
  const locale = useRegionalLocale();
  const mine = trpc.league.mine.useQuery({ language: language === "vi" ? "vi" : "en" }, { refetchInterval: refreshMs });
  if (mine.error && !mine.data) {
    return <ErrorState alone title={t("error")} action={<Button look="primary" onClick={() => void mine.refetch()}>{common("retry")}</Button>} />;
  }
  if (!mine.data) return <Skeleton alone words={t("loading")} rows={8} />;
  const league = mine.data;
  return (
    <>
      <PageHead title={t("title", { tier: t(`tiers.${tierNames[league.tier] ?? "spark"}`) })} note={t("until", { day: describeDay(league.endsAt, locale), time: describeTime(league.endsAt, locale) })} />
      <div className={styles.body}>
        {league.rows ? <LeagueTable rows={league.rows} /> : <EmptyState title={league.takesPart ? t("notYet.title") : t("out.title")} text={league.takesPart ? t("notYet.text") : t("out.text")} />}
        <LeagueChoices takesPart={league.takesPart} showsName={league.showsName} />
        <PastWeeks weeks={league.past} />
      </div>
    </>
  );
}

function PastWeeks({ weeks }: { weeks: MyLeague["past"] }) {
  const t = useTranslations("boards.league");
  if (weeks.length === 0) return null;
  return (
    <section aria-labelledby="past-weeks" className={styles.past}>
      <h2 id="past-weeks">{t("past")}</h2>
      <ul>
        {weeks.map(({ week, tier, rank, players, outcome }) => (
          <li key={week} className={styles.week}>
            <b>{week}</b>
            <span>{t(`tiers.${tierNames[tier] ?? "spark"}`)}</span>
            <span>{t("placeOf", { rank, players })}</span>
            <span>{t(`outcomes.${outcome}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
