import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { answerLetter } from "@/ui/answer-letters";
import { plainSlide } from "../parts/slide-text";
import { hasLetters } from "../question-inputs/lettered";
import { useOptionTexts } from "../question-inputs/option-texts";
import { hasTimer, ownEndOf } from "../parts/own-end";
import { useReached, useSecondsLeft } from "../parts/server-time";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { selectAnswer } from "../store/selectors";
import { verdictOf } from "./verdict";

/** Tells screen readers what the eye sees change: one polite voice for the whole game. */
export function Announcer({ game }: { game: LiveGame }) {
  const spoken = useSpoken(game);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (spoken) setSaid(spoken);
  }, [spoken]);
  return <p className="visually-hidden" aria-live="polite" aria-atomic>{said}</p>;
}

function useSpoken(game: LiveGame): string | null {
  const t = useTranslations("player.spoken");
  const tPlayer = useTranslations("player");
  const format = useFormatter();
  const state = useLiveSelector(selectAnswer);
  const question = useQuestionWords(game);
  const seconds = useSecondsLeft(game.phase === "question" && game.question && hasTimer(game.you) ? ownEndOf(game.question, game.you) : null, game.paused);
  const { you } = game;

  if (game.paused) return t("paused");
  switch (game.phase) {
    case "lobby":
      return null;
    case "countdown":
      return t("countdown", { round: game.round, rounds: game.rounds });
    case "question":
      if (state?.status === "accepted") return tPlayer("answer.isIn");
      if (state?.status === "refused") return tPlayer(`answer.refused.${state.reason}`);
      if (state) return null;
      return seconds === 10 || seconds === 5 ? t("secondsLeft", { seconds }) : question;
    case "reveal": {
      const verdict = verdictOf(game, state);
      if (verdict.kind === "waiting") return null;
      const words = tPlayer(`reveal.verdict.${verdict.kind}`);
      return "points" in verdict ? t("result", { words, points: format.number(verdict.points) }) : words;
    }
    case "standings":
    case "podium":
    case "ended":
      return you ? t("place", { place: you.rank, score: format.number(you.score) }) : null;
  }
}

/** The question and its options, with their letters, once it is open. */
function useQuestionWords({ question }: LiveGame): string | null {
  const opened = useReached(question?.startTime ?? null);
  const texts = useOptionTexts(question);
  if (!question || !opened) return null;
  if (question.type === "slide") return plainSlide(question.text);
  const spoken = hasLetters(question.type) ? texts.map((text, index) => `${answerLetter(index)}: ${text}.`) : texts.length > 0 ? [`${texts.join(", ")}.`] : [];
  return [question.text, ...spoken].join(" ");
}
