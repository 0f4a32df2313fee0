import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePercent } from "@/report/use-percent";
import { routes } from "@/routes";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import styles from "./QuizResults.module.css";
import { shareOf, type GameOfQuiz } from "./trend";

/** One bar a game; each leads to its report. */
export function GamesOverTime({ games }: { games: readonly GameOfQuiz[] }) {
  const t = useTranslations("report");
  const locale = useRegionalLocale();
  const percent = usePercent();
  return (
    <section aria-labelledby="games-over-time">
      <h2 id="games-over-time" className={styles.heading}>{t("overTime.games")} <small>{t("overTime.gamesNote")}</small></h2>
      <ol>
        {games.map((game) => {
          const share = shareOf(game);
          return (
            <li key={game.gameId} className={styles.game}>
              <Link href={routes.report(game.gameId)}><time dateTime={game.startedAt}>{describeDay(game.startedAt, locale)}, {describeTime(game.startedAt, locale)}</time></Link>
              <span className={styles.players}>{t("overTime.players", { count: game.participants })}</span>
              <span className={styles.track}>{share === null ? null : <i style={{ width: `${share * 100}%` }} />}</span>
              <span className={styles.share}>{share === null ? t("figures.none") : percent(share)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
