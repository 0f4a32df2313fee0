import { ArrowDown, ArrowUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/ui/class-names";
import { FittedName } from "../parts/FittedName";
import { PlayerGlyph } from "../parts/PlayerGlyph";
import { strong } from "../parts/strong";
import { useLiveSelector } from "../parts/use-live";
import type { BoardRow } from "../store/board";
import type { LiveGame } from "../store/live-game";
import { rowsOnWall, selectAvatars, selectBoard, sharedRanks } from "../store/selectors";
import type { JoinPlace } from "./join-place";
import { StageBar } from "./StageBar";
import { StageFrame } from "./StageFrame";
import styles from "./StageStandings.module.css";
import { useMoved } from "./use-moved";

/** Fewer rows than these are not stretched to fill the wall. */
const rowsRoomFor = 7;

/** The board: first as it stood, then every row moves to its new place at once. */
export function StageStandings({ game, join }: { game: LiveGame; join: JoinPlace }) {
  const t = useTranslations("stage");
  const rows = useLiveSelector(selectBoard).slice(0, rowsOnWall);
  const avatars = useLiveSelector(selectAvatars);
  const moved = useMoved();
  const shared = sharedRanks(rows);
  const climber = biggestClimb(rows);
  const leader = Math.max(1, rows[0]?.score ?? 1);
  const size: CSSProperties & { "--rows": number } = { "--rows": Math.max(rowsRoomFor, rows.length) };
  return (
    <StageFrame bar={<StageBar game={game} where={t("afterQuestion", { round: game.round, rounds: game.rounds })} join={join} />}>
      <div className={styles.main}>
        <div className={styles.head}>
          <h1 className={styles.title}>{t("standings")}</h1>
          {game.voided ? <p className={styles.climb} role="status">{t("voided", { round: game.round })}</p> : climber ? <p className={styles.climb}>{t.rich("biggestClimb", { name: climber.name, places: climber.places, b: strong })}</p> : null}
        </div>
        <ol className={styles.rows} style={size}>
          {rows.map((row) => (
            <Row key={row.participantId} row={row} shared={shared.has(row.rank)} avatar={avatars.get(row.participantId) ?? null} moved={moved} leader={leader} />
          ))}
        </ol>
      </div>
    </StageFrame>
  );
}

function Row({ row, shared, avatar, moved, leader }: { row: BoardRow; shared: boolean; avatar: number | null; moved: boolean; leader: number }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const { before } = row;
  const climbed = before ? before.rank - row.rank : 0;
  const gained = before ? row.score - before.score : null;
  const place = moved ? row.place : (before?.place ?? rowsOnWall);
  const looks: CSSProperties & Record<"--place" | "--share", number> = { "--place": place, "--share": row.score / leader, zIndex: 10 + (before ? before.place - row.place : 0) };
  return (
    <li className={classNames(styles.row, row.rank === 1 && styles.first, !moved && !before && styles.entering)} style={looks}>
      <span className={`figure ${styles.rank}`}>{row.rank}{shared ? <small>=</small> : null}</span>
      <PlayerGlyph avatar={avatar} name={row.name} size="calc(var(--u) * 3.5)" />
      <FittedName name={row.name} className={styles.name} />
      <span className={classNames(styles.moved, climbed > 0 && styles.up)}>
        {climbed > 0 ? <ArrowUp aria-label={t("up")} /> : climbed < 0 ? <ArrowDown aria-label={t("down")} /> : null}
        {climbed === 0 ? null : Math.abs(climbed)}
      </span>
      <span className={`figure ${styles.gained}`}>{gained === null ? null : gained > 0 ? t("plus", { points: format.number(gained) }) : format.number(gained)}</span>
      <span className={`figure ${styles.score}`}>{format.number(row.score)}</span>
    </li>
  );
}

function biggestClimb(rows: readonly BoardRow[]): { name: string; places: number } | null {
  const climbs = rows.map(({ name, rank, before }) => ({ name, places: before ? before.rank - rank : 0 }));
  const best = climbs.reduce((one, other) => (other.places > one.places ? other : one), { name: "", places: 0 });
  return best.places > 1 ? best : null;
}
