import { useFormatter, useTranslations } from "next-intl";
import { AvatarGlyph, avatarColour } from "@/ui/GlyphAvatar";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { selectAvatars, selectBoard } from "../store/selectors";
import { PodiumColumn } from "./PodiumColumn";
import { PodiumPlayers } from "./PodiumPlayers";
import { podiumOf } from "./podium-places";
import { StageConnection } from "./StageBar";
import { StageFrame } from "./StageFrame";
import styles from "./StagePodium.module.css";
import { TeamPodium } from "./TeamPodium";

const restShown = 7;

/** Three letters i, lit one after the other: the teams where there are any, otherwise the players. */
export function StagePodium({ game }: { game: LiveGame }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const board = useLiveSelector(selectBoard);
  return (
    <StageFrame>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title} lang={game.language}>{game.title}</h1>
          <p className={styles.facts}>{t("facts", { players: game.participants, shown: format.number(game.participants), rounds: game.rounds })}</p>
        </div>
        <StageConnection />
      </div>
      {game.teams.length > 0 ? <TeamPodium teams={game.teams} best={board} /> : board.length > 0 ? <PlayerPodium /> : <p className={styles.none}>{t("noStandings")}</p>}
    </StageFrame>
  );
}

/** Only first place is flare. */
function PlayerPodium() {
  const format = useFormatter();
  const avatars = useLiveSelector(selectAvatars);
  const { columns, rest } = podiumOf(useLiveSelector(selectBoard));
  return (
    <div className={styles.floor}>
      <ol className={styles.columns}>
        {columns.map((step) => {
          const { participantId, name, score } = step.row;
          const avatar = avatars.get(participantId) ?? null;
          return (
            <PodiumColumn
              key={participantId}
              step={step}
              name={name}
              score={format.number(score)}
              colour={step.height === "first" || avatar === null ? "var(--qf-flare)" : avatarColour(avatar)}
              sign={avatar === null ? <b>{[...name][0]}</b> : <AvatarGlyph avatar={avatar} />}
            />
          );
        })}
      </ol>
      {rest.length > 0 ? <PodiumPlayers className={styles.rest} players={rest.slice(0, restShown)} /> : null}
    </div>
  );
}
