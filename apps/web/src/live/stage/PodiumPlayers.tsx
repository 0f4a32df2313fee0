import type { Standing } from "@quickfire/engine";
import { useFormatter } from "next-intl";
import { FittedName } from "../parts/FittedName";
import { PlayerGlyph } from "../parts/PlayerGlyph";
import { useLiveSelector } from "../parts/use-live";
import { selectAvatars } from "../store/selectors";
import styles from "./PodiumPlayers.module.css";

/** Players in rows, beside the podium. */
export function PodiumPlayers({ players, className }: { players: readonly Standing[]; className?: string }) {
  const format = useFormatter();
  const avatars = useLiveSelector(selectAvatars);
  return (
    <ol className={className}>
      {players.map(({ participantId, name, score, rank }) => (
        <li key={participantId} className={styles.player}>
          <span className={`figure ${styles.rank}`}>{rank}</span>
          <PlayerGlyph avatar={avatars.get(participantId) ?? null} name={name} size="calc(var(--u) * 2.6)" />
          <FittedName name={name} />
          <span className="figure">{format.number(score)}</span>
        </li>
      ))}
    </ol>
  );
}
