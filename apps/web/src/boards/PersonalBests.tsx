"use client";

import { useLocale, useTranslations } from "next-intl";
import { describeDay } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { trpc } from "@/trpc/client";
import styles from "./PersonalBests.module.css";

/** What oneself has reached: nobody has to be at the top to have something to beat. */
export function PersonalBests() {
  const t = useTranslations("boards.bests");
  const locale = useLocale();
  const regional = useRegionalLocale();
  const bests = trpc.boards.bests.useQuery().data;
  if (!bests || (bests.total === 0 && bests.bestResult === null)) return null;
  const points = (value: number | undefined) => (value ?? 0).toLocaleString(locale);
  const figures = [
    { name: t("total"), value: points(bests.total), note: null },
    { name: t("result"), value: points(bests.bestResult?.points), note: bests.bestResult ? describeDay(bests.bestResult.at, regional) : null },
    { name: t("week"), value: points(bests.bestWeek?.points), note: bests.bestWeek?.period ?? null },
    { name: t("month"), value: points(bests.bestMonth?.points), note: bests.bestMonth?.period ?? null },
    { name: t("row"), value: String(bests.weeksInARow), note: t("most", { count: bests.mostWeeksInARow }) },
  ];
  return (
    <section aria-labelledby="personal-bests" className={styles.bests}>
      <h2 id="personal-bests">{t("title")}</h2>
      <dl className={styles.figures}>
        {figures.map(({ name, value, note }) => (
          <div key={name} className={styles.figure}>
            <dt>{name}</dt>
            <dd className="figure">{value}</dd>
            {note ? <dd className={styles.note}>{note}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
