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

/** Lets a player's phone be heard, if they want it. */
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
    heard.current = now;
    for (const cue of cues) speaker?.play(cue, loudness);
  }, [phase, round, answered, outcome, rank, rankBefore, speaker]);
}

function outcomeOf(game: LiveGame, state: AnswerState | undefined): PhoneMoment["outcome"] {
  const feedback = state?.status === "accepted" ? state.feedback : null;
  if (feedback) return feedback.points > 0 || feedback.correct ? "right" : "wrong";
  if (game.phase === "question") return null;
  const { kind } = verdictOf(game, state);
  return kind === "right" || kind === "partly" ? "right" : kind === "wrong" ? "wrong" : null;
}
