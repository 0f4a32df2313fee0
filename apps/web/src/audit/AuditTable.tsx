import type { AuditQuery } from "@quickfire/api";
import { getQueryKey } from "@trpc/react-query";
import { useTranslations } from "next-intl";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { type ApiOutput, trpc } from "@/trpc/client";
import { usePages } from "@/trpc/use-pages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Skeleton } from "@/ui/Skeleton";
import { useDecisionDetails } from "@/review/use-decision-details";
import styles from "./AuditPage.module.css";

type AuditEvent = ApiOutput["audit"]["search"]["items"][number];

const pageSize = 50;
const columns = ["at", "who", "what", "score", "game", "from"] as const;

const known = [
  "SCORE_CHANGED", "FINAL_STANDING", "ANSWER_SUBMITTED", "ANSWER_REJECTED", "PARTICIPANT_JOINED", "TEAM_CHANGED", "PARTICIPANT_RENAMED", "PARTICIPANT_REMOVED", "GAME_CREATED", "GAME_STARTED", "GAME_REBUILT",
  "GAME_PAUSED", "GAME_RESUMED", "GAME_LOCKED", "GAME_ENDED", "PHASE_CHANGED", "QUESTION_OPENED", "QUESTION_CLOSED", "QUESTION_EXTENDED", "ROUND_SKIPPED", "ROUND_VOIDED", "POINTS_EARNED", "POINTS_TAKEN_BACK",
] as const;
const decisions = ["confirm", "clear", "block", "lift", "take-back", "roles", "disable", "enable"] as const;

/** What was found, the newest first. */
export function AuditTable({ filter }: { filter: AuditQuery }) {
  const t = useTranslations("review.audit");
  const common = useTranslations("common");
  const { client } = trpc.useUtils();
  const asked = { ...filter, limit: pageSize };
  const list = usePages({
    queryKey: getQueryKey(trpc.audit.search, asked, "infinite"),
    readPage: (cursor, signal) => client.audit.search.query({ ...asked, ...(cursor ? { cursor } : {}) }, { signal }),
  });
  if (list.error) return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={list.retry}>{common("retry")}</Button>} />;
  if (!list.items) return <Skeleton words={t("loading")} rows={6} />;
  if (list.items.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} />;
  return (
    <>
      <table className={styles.table}>
        <thead><tr>{columns.map((column) => <th key={column} scope="col" className={styles[column]}>{t(`columns.${column}`)}</th>)}</tr></thead>
        <tbody>{list.items.map((event) => <AuditRow key={event.eventId} event={event} />)}</tbody>
      </table>
      {list.hasMore ? <Button className={styles.more} onClick={list.loadMore} aria-disabled={list.loadingMore}>{t("loadMore")}</Button> : null}
    </>
  );
}

function AuditRow({ event }: { event: AuditEvent }) {
  const t = useTranslations("review.audit");
  const locale = useRegionalLocale();
  const decision = useTranslations("review.flag");
  const detailsOf = useDecisionDetails();
  const { at, type, action, round, name, userName, by, details, oldScore, newScore, title, ip, userAgent } = event;
  const number = (score: number | null) => (score === null ? "" : score.toLocaleString(locale));
  const decided = type === "DECISION" ? decisions.find((one) => one === action) : undefined;
  const what = decided ? decision(`action.${decided}`) : t(`events.${known.find((one) => one === type) ?? "other"}`);
  const whose = by === null ? t("byItself") : decision("by", { name: by });
  const more = (decided ? [detailsOf(details), whose] : [round === null ? "" : t("round", { round })]).filter(Boolean).join(", ");
  return (
    <tr className={styles.row}>
      <td className={styles.at}><time dateTime={at}>{new Date(at).toLocaleString(locale, { dateStyle: "short", timeStyle: "medium" })}</time></td>
      <td className={styles.who}>{name}{userName ? <small>{userName}</small> : null}</td>
      <td className={styles.what}>{what}{more === "" ? null : <small>{more}</small>}</td>
      <td className={styles.score}>{oldScore === null ? number(newScore) : t("score", { old: number(oldScore), new: number(newScore) })}</td>
      <td className={styles.game}>{title}</td>
      <td className={styles.from}>{ip}{ip === null ? null : <small title={userAgent ?? undefined}>{userAgent ?? t("noAgent")}</small>}</td>
    </tr>
  );
}
