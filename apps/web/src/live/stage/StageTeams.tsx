import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { answerColour } from "@/ui/answer-letters";
import { AnswerShape } from "@/ui/AnswerShape";
import { classNames } from "@/ui/class-names";
import { AvatarGlyph } from "@/ui/GlyphAvatar";
import { useTeamName } from "@/ui/TeamName";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { sharedRanks } from "../store/selectors";
import { teamLanes, type TeamLane } from "./team-lanes";
import type { JoinPlace } from "./join-place";
import { StageBar } from "./StageBar";
import { StageFrame } from "./StageFrame";
import styles from "./StageTeams.module.css";
import { useMoved } from "./use-moved";

const glyphsShown = 8;
/** Fewer lanes than these are not stretched to fill the wall; few have room for large words, and many for one line each. */
const lanesAtLeast = 3;
const largeUpTo = 3;
const roomyUpTo = 5;

/** The teams as lanes: first as they stood, then each moves to its new place. */
export function StageTeams({ game, join }: { game: LiveGame; join: JoinPlace }) {
  const t = useTranslations("stage");
  const moved = useMoved();
  const shared = sharedRanks(game.teams);
  const lanes: CSSProperties & { "--lanes": number } = { "--lanes": Math.max(lanesAtLeast, game.teams.length) };
  return (
    <StageFrame bar={<StageBar game={game} where={t("afterQuestion", { round: game.round, rounds: game.rounds })} join={join} />}>
      <div className={styles.main}>
        <div className={styles.head}>
          <h1 className={styles.title}>{t("teams")}</h1>
          <p className={styles.rule} role={game.voided ? "status" : undefined}>{game.voided ? t("voided", { round: game.round }) : t("teamRule")}</p>
        </div>
        <ol className={classNames(styles.lanes, game.teams.length <= largeUpTo ? styles.large : game.teams.length > roomyUpTo && styles.tight)} style={lanes}>
          {teamLanes(game.teams, game.teamsBefore).map((lane) => <Lane key={lane.team} lane={lane} shared={shared.has(lane.rank)} moved={moved} />)}
        </ol>
      </div>
    </StageFrame>
  );
}

function Lane({ lane, shared, moved }: { lane: TeamLane; shared: boolean; moved: boolean }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const name = useTeamName();
  const shown = moved ? lane : lane.before;
  const looks: CSSProperties & Record<"--place" | "--share" | "--team", string | number> = { "--place": shown.place, "--share": shown.share, "--team": answerColour(lane.team - 1) };
  return (
    <li className={styles.lane} style={looks}>
      <div className={styles.bar}>
        <span className={`figure ${styles.rank}`}>{lane.rank}{shared ? <small>=</small> : null}</span>
        <span className={styles.shape}><AnswerShape index={lane.team - 1} /></span>
        <div className={styles.words}>
          <p className={styles.name}>{name(lane.team)}</p>
          <p className={styles.members}><MemberGlyphs team={lane.team} /> {t("teamMembers", { count: lane.members })}</p>
        </div>
      </div>
      <span className={`figure ${styles.score}`}>{format.number(lane.score, { maximumFractionDigits: 1 })}</span>
    </li>
  );
}

/** Some of the members by their letters, as they stood in the lobby. */
function MemberGlyphs({ team }: { team: number }) {
  const people = useLiveSelector((state) => state.feed.roster?.people) ?? [];
  const own = people.filter((person) => person.team === team).slice(0, glyphsShown);
  return own.map(({ participantId, avatar }) => <span key={participantId} className={styles.glyph}><AvatarGlyph avatar={avatar} /></span>);
}
