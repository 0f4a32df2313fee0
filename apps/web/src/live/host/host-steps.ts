import type { HostCommandName, Phase } from "@quickfire/engine";

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

export type StepWords = "start" | "resume" | "opening" | "reveal" | "standings" | "question" | "podium" | "finish" | "over";

/** What that step does, in the host's words: where "next" leads depends on where the game stands. */
export function stepWordsOf({ phase, paused, round, rounds, boardBetween }: { phase: Phase; paused: boolean; round: number; rounds: number; boardBetween: boolean }): StepWords {
  if (paused) return "resume";
  const isLast = round >= rounds;
  switch (phase) {
    case "lobby":
      return "start";
    case "countdown":
      return "opening";
    case "question":
      return "reveal";
    case "reveal":
      return boardBetween ? "standings" : isLast ? "podium" : "question";
    case "standings":
      return isLast ? "podium" : "question";
    case "podium":
      return "finish";
    case "ended":
      return "over";
  }
}
