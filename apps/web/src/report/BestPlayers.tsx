import { useTranslations } from "next-intl";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { BotGlyph } from "@/ui/BotGlyph";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import styles from "./BestPlayers.module.css";
import { placeOf } from "./place";
import type { ReportParticipant } from "./report-figures";

const shown = 5;

export function BestPlayers({ participants }: { participants: readonly ReportParticipant[] }) {
  const t = useTranslations("report");
  const locale = useRegionalLocale();
  if (participants.length === 0) return null;
  return (
    <section aria-labelledby="best-players" className={styles.best}>
      <h2 id="best-players" className={styles.heading}>{t("best")}</h2>
      <ol>
        {participants.slice(0, shown).map((participant) => (
          <li key={participant.participantId} className={styles.row}>
            <span className={styles.rank}>{placeOf(participant, participants)}</span>
            {participant.bot ? <BotGlyph size={26} /> : <GlyphAvatar avatar={participant.avatar} size={26} />}
            <span className={styles.name}>{participant.name}</span>
            <span className="figure">{participant.score.toLocaleString(locale)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
