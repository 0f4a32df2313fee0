import { useEffect, useRef } from "react";
import { useReached, useSecondsLeft } from "../parts/server-time";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { selectClimbs } from "../store/selectors";
import type { SoundSettings } from "./sound-settings";
import { type Moment, soundsBetween } from "./stage-cues";
import { useSpeaker } from "./use-speaker";

/** Lets the stage be heard, from the first key or click on it. */
export function useStageSound(game: LiveGame, settings: SoundSettings): void {
  const speaker = useSpeaker();
  const { phase, round, paused, participants: people } = game;
  const seconds = useSecondsLeft(game.phaseEnd, paused);
  const open = useReached(phase === "question" ? (game.question?.startTime ?? null) : null);
  const climbedTo = useLiveSelector(selectClimbs);
  const heard = useRef<Moment | null>(null);
  useEffect(() => {
    const now: Moment = { phase, round, paused, seconds, open, people, climbedTo };
    const sounds = soundsBetween(heard.current, now);
    heard.current = now;
    if (settings.on) for (const { part, cue } of sounds) speaker?.play(cue, settings[part] / 100);
  }, [phase, round, paused, seconds, open, people, climbedTo, settings, speaker]);
  const bedLoudness = settings.on && phase === "lobby" ? settings.lobby / 100 : 0;
  useEffect(() => (bedLoudness > 0 ? speaker?.layBed(bedLoudness) : undefined), [speaker, bedLoudness]);
}
