import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { FittedName } from "../parts/FittedName";
import type { LiveGame } from "../store/live-game";
import { SoundToggle } from "./SoundToggle";
import styles from "./TopBar.module.css";

/** Who plays here, where the game is, what they have. It stays where it is through all scenes of a round. */
export function TopBar({ game, where, action }: { game: LiveGame; where: string; action?: ReactNode }) {
  const t = useTranslations("player");
  const format = useFormatter();
  const { you } = game;
  return (
    <header className={styles.bar}>
      {you ? <GlyphAvatar avatar={you.avatar} size={36} /> : null}
      <div className={styles.who}>
        <b><FittedName name={you?.name ?? game.title} className={styles.name} /></b>
        <span className={styles.where}>{where}</span>
      </div>
      <div className={styles.actions}>
        {action}
        <SoundToggle />
      </div>
      {you ? (
        <div className={styles.score}>
          <span className="visually-hidden">{t("yourScore")}</span>
          <div className={`figure ${styles.points}`}>{format.number(you.score)}</div>
          <div className={styles.where}>{t("place", { place: you.rank })}</div>
        </div>
      ) : null}
    </header>
  );
}
