import { getQueryKey } from "@trpc/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { describePast } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { trpc } from "@/trpc/client";
import { usePages } from "@/trpc/use-pages";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { Skeleton } from "@/ui/Skeleton";
import styles from "./LearnPage.module.css";

const pageSize = 10;

/** Live games and attempts, newest first. */
export function HistoryPart() {
  const t = useTranslations("learn.history");
  const page = useTranslations("learn");
  const common = useTranslations("common");
  const format = useFormatter();
  const locale = useRegionalLocale();
  const now = useNow(60_000);
  const { client } = trpc.useUtils();
  const list = usePages({
    queryKey: getQueryKey(trpc.learner.history, { limit: pageSize }, "infinite"),
    readPage: (cursor, signal) => client.learner.history.query({ limit: pageSize, ...(cursor ? { cursor } : {}) }, { signal }),
  });
  return (
    <section aria-labelledby="history">
      <h2 id="history" className={styles.heading}>{t("title")}</h2>
      {list.error ? <ErrorState title={page("error.title")} text={page("error.text")} action={<Button onClick={list.retry}>{common("retry")}</Button>} /> : null}
      {list.items || list.error ? null : <Skeleton words={page("loading")} rows={2} />}
      {list.items?.length === 0 ? <p className={styles.none}>{t("none")}</p> : null}
      <ul>
        {list.items?.map(({ kind, id, title, language, at, score, right, questions, rank, players }) => (
          <li key={id} className={styles.row}>
            <span className={styles.title} lang={language}>{title}</span>
            <span className={styles.facts}>
              <span>{t(kind)}</span>
              <span>{t("right", { right, count: questions })}</span>
              <span>{t("points", { points: score, shown: format.number(score) })}</span>
              {rank === null ? null : <span>{t("rank", { rank, players: players ?? rank })}</span>}
            </span>
            <time className={styles.note} dateTime={at}>{describePast(at, now, locale)}</time>
          </li>
        ))}
      </ul>
      {list.hasMore ? <Button className={styles.more} onClick={list.loadMore} aria-disabled={list.loadingMore}>{list.loadingMore ? t("loadingMore") : t("more")}</Button> : null}
    </section>
  );
}
