import { assertNever } from "@quickfire/engine/result";
import { useReached } from "../parts/server-time";
import type { LiveGame } from "../store/live-game";
import { CountdownScene } from "./CountdownScene";
import { LobbyScene } from "./LobbyScene";
import { PausedScene } from "./PausedScene";
import { QuestionScene } from "./QuestionScene";
import { ResultScene } from "./ResultScene";
import { RevealScene } from "./RevealScene";
import { SlideScene } from "./SlideScene";
import { StandingsScene } from "./StandingsScene";

/** What a player sees in each phase. */
export function GameStage({ game, pin }: { game: LiveGame; pin: string }) {
  const { phase, question, closed } = game;
  // A question is told a moment before it opens, so that all see it open at once.
  const opened = useReached(question?.startTime ?? null);
  switch (phase) {
    case "lobby":
      return <LobbyScene game={game} pin={pin} />;
    case "countdown":
      return game.paused ? <PausedScene game={game} /> : <CountdownScene game={game} opensAt={game.phaseEnd} />;
    case "question":
      if (game.paused) return <PausedScene game={game} />;
      if (question?.type === "slide" && opened) return <SlideScene game={game} question={question} />;
      return question && opened ? <QuestionScene game={game} question={question} /> : <CountdownScene game={game} opensAt={question?.startTime ?? null} />;
    case "reveal":
      if (question?.type === "slide") return <SlideScene game={game} question={question} />;
      return question && closed ? <RevealScene game={game} question={question} closed={closed} /> : <StandingsScene game={game} />;
    case "standings":
      return <StandingsScene game={game} />;
    case "podium":
    case "ended":
      return <ResultScene game={game} />;
    default:
      return assertNever(phase);
  }
}
