import { useFormatter, useTranslations } from "next-intl";
import type { LiveGame } from "../store/live-game";
import styles from "./FigureRow.module.css";

/** Score, place and streak, side by side. */
export function FigureRow({ game: { you } }: { game: LiveGame }) {
  const t = useTranslations("player");
  const format = useFormatter();
  if (!you) return null;
  const climbed = you.rankBefore === null ? 0 : you.rankBefore - you.rank;
  return (
    <dl className={styles.row}>
      <Figure value={format.number(you.score)} label={t("yourScore")} />
      <Figure value={t("place", { place: you.rank })} label={climbed > 0 ? t("up", { places: climbed }) : climbed < 0 ? t("down", { places: -climbed }) : t("yourPlace")} />
      <Figure value={format.number(you.streak)} label={you.streak > 0 ? t("inARow") : t("streak")} />
    </dl>
  );
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <div className={styles.cell}>
      <dt className={styles.label}>{label}</dt>
      <dd className={`figure ${styles.value}`}>{value}</dd>
    </div>
  );
}
