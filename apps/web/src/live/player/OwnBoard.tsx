import type { Standing } from "@quickfire/engine";
import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/ui/class-names";
import { avatarColour } from "@/ui/GlyphAvatar";
import { FittedName } from "../parts/FittedName";
import { PlayerGlyph } from "../parts/PlayerGlyph";
import { useLiveSelector } from "../parts/use-live";
import { selectAvatars, selectBoard, sharedRanks } from "../store/selectors";
import styles from "./OwnBoard.module.css";

/** The page of the board around oneself; the top of it as long as that is all there is, or all that has come. */
export function OwnBoard() {
  const t = useTranslations("player");
  const format = useFormatter();
  const you = useLiveSelector((state) => state.feed.game?.you ?? null);
  const top = useLiveSelector(selectBoard);
  const page = useLiveSelector((state) => state.boardPage);
  const avatars = useLiveSelector(selectAvatars);
  const moves = useLiveSelector((state) => state.feed.board.entities);
  const rows: readonly Standing[] = page?.items ?? top;
  const shared = sharedRanks([...rows, ...top.filter(({ participantId }) => !rows.some((row) => row.participantId === participantId))]);
  if (rows.length === 0) return null;
  return (
    <ol className={styles.board} aria-label={t("board")}>
      {rows.map(({ participantId, name, rank, score }) => {
        const own = participantId === you?.participantId;
        const before = own ? (you?.rankBefore ?? null) : (moves[participantId]?.before?.rank ?? null);
        const ground: CSSProperties & { "--own"?: string } = own && you ? { "--own": avatarColour(you.avatar) } : {};
        return (
          <li key={participantId} className={classNames(styles.row, own && styles.own)} style={ground} aria-current={own || undefined}>
            <span className={`figure ${styles.rank}`}>{rank}{shared.has(rank) ? <small>=</small> : null}</span>
            <PlayerGlyph avatar={avatars.get(participantId) ?? null} name={name} size={34} />
            <FittedName name={own ? t("you") : name} className={styles.name} />
            <Movement places={before === null ? null : before - rank} />
            <span className={`figure ${styles.score}`}>{format.number(score)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Movement({ places }: { places: number | null }) {
  const t = useTranslations("player");
  if (places === null) return <span className={styles.moved} />;
  if (places === 0) return <span className={styles.moved} title={t("samePlace")}>–</span>;
  const up = places > 0;
  const words = up ? t("up", { places }) : t("down", { places: -places });
  return (
    <span className={classNames(styles.moved, up && styles.up)}>
      <span aria-hidden>{up ? "▲" : "▼"} {Math.abs(places)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
