import type { HostCommandName, Phase, QuestionTypeName } from "@quickfire/engine";
import { unscoredTypes } from "@quickfire/engine/question-types/question-type-names";

/** The one button that is always the next step; null where the game is over. */
export function nextStepOf({ phase, paused }: { phase: Phase; paused: boolean }): HostCommandName | null {
  if (paused) return "resume";
  switch (phase) {
    case "lobby":
      return "start";
    case "countdown":
      return null;
    case "question":
      return "reveal";
    case "reveal":
    case "standings":
    case "podium":
      return "next";
    case "ended":
      return null;
  }
}

export type StepWords = "start" | "resume" | "opening" | "reveal" | "results" | "standings" | "question" | "podium" | "finish" | "over";

/** `type` is that of the question on the screen, if there is one. */
type Moment = { phase: Phase; paused: boolean; round: number; rounds: number; boardBetween: boolean; type: QuestionTypeName | null };

/** What that step does, in the host's words: where "next" leads depends on where the game stands. */
export function stepWordsOf({ phase, paused, round, rounds, boardBetween, type }: Moment): StepWords {
  if (paused) return "resume";
  const onward = round >= rounds ? "podium" : "question";
  const isUnscored = type !== null && unscoredTypes.has(type);
  switch (phase) {
    case "lobby":
      return "start";
    case "countdown":
      return "opening";
    case "question":
      if (type === "slide") return onward;
      return isUnscored ? "results" : "reveal";
    case "reveal":
      return boardBetween && !isUnscored ? "standings" : onward;
    case "standings":
      return onward;
    case "podium":
      return "finish";
    case "ended":
      return "over";
  }
}
