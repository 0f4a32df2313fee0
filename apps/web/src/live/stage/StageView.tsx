import { assertNever } from "@quickfire/engine/result";
import { useReached } from "../parts/server-time";
import { useLiveSelector } from "../parts/use-live";
import { atResult, selectShownResult } from "../store/earlier-result";
import type { LiveGame } from "../store/live-game";
import type { JoinPlace } from "./join-place";
import { StageCountdown } from "./StageCountdown";
import { StageLobby } from "./StageLobby";
import { StagePaused } from "./StagePaused";
import { StagePodium } from "./StagePodium";
import { StageQuestion } from "./StageQuestion";
import { StageReveal } from "./StageReveal";
import { StageSlide } from "./StageSlide";
import { StageStandings } from "./StageStandings";
import { StageTeams } from "./StageTeams";

/** What the wall shows: mostly the present, between questions also an earlier result that the host wants to be seen again. */
export function StageView({ game, join }: { game: LiveGame; join: JoinPlace }) {
  const earlier = useLiveSelector(selectShownResult);
  return <StagePhase game={earlier ? atResult(game, earlier) : game} join={join} />;
}

/** What the wall shows in each phase. Nothing here knows a right answer before the reveal: it has not been sent. */
function StagePhase({ game, join }: { game: LiveGame; join: JoinPlace }) {
  const { phase, question, closed } = game;
  const opened = useReached(question?.startTime ?? null);
  switch (phase) {
    case "lobby":
      return <StageLobby game={game} join={join} />;
    case "countdown":
      return game.paused ? <StagePaused game={game} join={join} /> : <StageCountdown game={game} join={join} opensAt={game.phaseEnd} />;
    case "question":
      if (game.paused) return <StagePaused game={game} join={join} />;
      if (!question || !opened) return <StageCountdown game={game} join={join} opensAt={question?.startTime ?? null} />;
      if (question.type === "slide") return <StageSlide game={game} question={question} join={join} />;
      return <StageQuestion game={game} question={question} join={join} />;
    case "reveal":
      if (question?.type === "slide") return <StageSlide game={game} question={question} join={join} />;
      if (!question || !closed) return <StageStandings game={game} join={join} />;
      return <StageReveal game={game} question={question} closed={closed} join={join} />;
    case "standings":
      if (game.teams.length > 0) return <StageTeams game={game} join={join} />;
      return <StageStandings game={game} join={join} />;
    case "podium":
    case "ended":
      return <StagePodium game={game} />;
    default:
      return assertNever(phase);
  }
}
