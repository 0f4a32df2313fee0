import { ChartColumn } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { LinkButton } from "@/ui/Button";
import { Tag } from "@/ui/Tag";
import type { GameItem } from "./game-item";
import styles from "./GamesPage.module.css";

/** What was played, newest first, each with its report. */
export function EndedGames({ games }: { games: readonly GameItem[] }) {
  const t = useTranslations("games");
  const locale = useRegionalLocale();
  if (games.length === 0) return null;
  return (
    <section aria-labelledby="ended-games">
      <h2 id="ended-games" className={styles.heading}>{t("ended")}</h2>
      <ul>
        {games.map((game) => {
          const at = game.startedAt ?? game.createdAt;
          const date = `${describeDay(at, locale)}, ${describeTime(at, locale)}`;
          return (
            <li key={game.gameId} className={styles.ended}>
              <span className={styles.name}>
                <Link href={routes.report(game.gameId)}>{game.title}</Link>
                {game.isOwner ? null : <Tag tone="info">{t("together.tag")}</Tag>}
                {game.rehearsal ? <Tag tone="info">{t("rehearsal")}</Tag> : null}
                {game.interrupted ? <Tag tone="warn">{t("interrupted")}</Tag> : null}
              </span>
              <span className={styles.players}>{t("players", { count: game.participants })}</span>
              <time className={styles.date} dateTime={at}>{date}</time>
              <LinkButton size="compact" icon={<ChartColumn aria-hidden />} href={routes.report(game.gameId)} aria-label={t("reportOf", { title: game.title, date })}>{t("report")}</LinkButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
