import { useEffect, useRef } from "react";
import { useLiveSelector } from "../parts/use-live";
import { verdictOf } from "../player/verdict";
import type { AnswerState } from "../store/answer";
import type { LiveGame } from "../store/live-game";
import { selectAnswer } from "../store/selectors";
import { type PhoneMoment, phoneCuesBetween } from "./phone-cues";
import { usePhoneSound } from "./phone-sound";
import { useSpeaker } from "./use-speaker";

const loudness = 0.7;
const tapMs = 8;

/** Lets a player's phone be heard, if they want it; an answer that is in can be felt as well. */
export function usePhoneCues(game: LiveGame): void {
  const { on } = usePhoneSound();
  const speaker = useSpeaker(on);
  const state = useLiveSelector(selectAnswer);
  const { phase, round, you } = game;
  const answered = state?.status === "accepted";
  const outcome = outcomeOf(game, state);
  const rank = you?.rank ?? null;
  const rankBefore = you?.rankBefore ?? null;
  const heard = useRef<PhoneMoment | null>(null);
  useEffect(() => {
    const now: PhoneMoment = { phase, round, answered, outcome, rank, rankBefore };
    const cues = phoneCuesBetween(heard.current, now);
    if (phase === "question" && cues.length > 0) tapBack();
    heard.current = now;
    for (const cue of cues) speaker?.play(cue, loudness);
  }, [phase, round, answered, outcome, rank, rankBefore, speaker]);
}

/** Few browsers have it, and who wants less motion is spared this one too. */
function tapBack(): void {
  if ("vibrate" in navigator && !window.matchMedia("(prefers-reduced-motion: reduce)").matches) navigator.vibrate(tapMs);
}

function outcomeOf(game: LiveGame, state: AnswerState | undefined): PhoneMoment["outcome"] {
  const feedback = state?.status === "accepted" ? state.feedback : null;
  if (feedback) return feedback.points > 0 || feedback.correct ? "right" : "wrong";
  if (game.phase === "question") return null;
  const { kind } = verdictOf(game, state);
  return kind === "right" || kind === "partly" ? "right" : kind === "wrong" ? "wrong" : null;
}
