import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/ui/class-names";
import { AvatarGlyph, avatarColour } from "@/ui/GlyphAvatar";
import { FittedName } from "../parts/FittedName";
import { PlayerGlyph } from "../parts/PlayerGlyph";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { selectAvatars, selectBoard } from "../store/selectors";
import { type PodiumColumn, podiumOf } from "./podium-places";
import { StageConnection } from "./StageBar";
import { StageFrame } from "./StageFrame";
import styles from "./StagePodium.module.css";
import { TeamPodium } from "./TeamPodium";

const restShown = 7;

/** Three letters i, lit one after the other; only first place is flare. */
export function StagePodium({ game }: { game: LiveGame }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const board = useLiveSelector(selectBoard);
  const avatars = useLiveSelector(selectAvatars);
  const { columns, rest } = podiumOf(board);
  return (
    <StageFrame>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title} lang={game.language}>{game.title}</h1>
          <p className={styles.facts}>{t("facts", { players: game.participants, shown: format.number(game.participants), rounds: game.rounds })}</p>
        </div>
        <StageConnection />
      </div>
      {columns.length === 0 ? <p className={styles.none}>{t("noStandings")}</p> : (
        <div className={styles.floor}>
          <ol className={styles.columns}>
            {columns.map((column) => <Column key={column.participantId} column={column} avatar={avatars.get(column.participantId) ?? null} />)}
          </ol>
          {game.teams.length > 0 ? <TeamPodium teams={game.teams} /> : rest.length > 0 ? (
            <ol className={styles.rest} start={4}>
              {rest.slice(0, restShown).map(({ participantId, name, score, rank }) => (
                <li key={participantId} className={styles.other}>
                  <span className={`figure ${styles.otherRank}`}>{rank}</span>
                  <PlayerGlyph avatar={avatars.get(participantId) ?? null} name={name} size="calc(var(--u) * 2.6)" />
                  <FittedName name={name} />
                  <span className="figure">{format.number(score)}</span>
                </li>
              ))}
            </ol>
          ) : null}
        </div>
      )}
    </StageFrame>
  );
}

function Column({ column, avatar }: { column: PodiumColumn; avatar: number | null }) {
  const format = useFormatter();
  const isFirst = column.height === "first";
  const looks: CSSProperties & Record<"--turn" | "--dot", number | string> = { "--turn": column.turn, "--dot": isFirst || avatar === null ? "var(--qf-flare)" : avatarColour(avatar) };
  return (
    <li className={classNames(styles.column, styles[column.height])} style={looks}>
      <div className={styles.who}>
        <p className={styles.name}>{column.name}</p>
        <p className={`figure ${styles.score}`}>{format.number(column.score)}</p>
      </div>
      <span className={styles.dot}>{avatar === null ? <b>{[...column.name][0]}</b> : <AvatarGlyph avatar={avatar} />}</span>
      <span className={styles.stem}><span className="figure">{column.rank}</span></span>
    </li>
  );
}
