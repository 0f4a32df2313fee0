import { useEffect, useRef } from "react";
import { useReached, useSecondsLeft } from "../parts/server-time";
import type { LiveGame } from "../store/live-game";
import type { SoundSettings } from "./sound-settings";
import { createSpeaker, type Speaker } from "./speaker";
import { type Moment, soundsBetween } from "./stage-cues";

/** Lets the stage be heard, from the first key or click on it: before that no browser makes a sound. */
export function useStageSound(game: LiveGame, settings: SoundSettings): void {
  const speaker = useSpeaker();
  const { phase, round, paused, participants: people } = game;
  const seconds = useSecondsLeft(game.phaseEnd, paused);
  const open = useReached(phase === "question" ? (game.question?.startTime ?? null) : null);
  const heard = useRef<Moment | null>(null);

  useEffect(() => {
    const now: Moment = { phase, round, paused, seconds, open, people };
    const sounds = soundsBetween(heard.current, now);
    heard.current = now;
    if (settings.on) for (const { part, cue } of sounds) speaker.current?.play(cue, settings[part] / 100);
  }, [phase, round, paused, seconds, open, people, settings, speaker]);
}

function useSpeaker() {
  const speaker = useRef<Speaker | null>(null);
  useEffect(() => {
    const wake = () => {
      // A browser without sound shows the game all the same.
      if (typeof AudioContext === "undefined") return;
      speaker.current ??= createSpeaker(new AudioContext(), Math.random);
    };
    const gestures = ["pointerdown", "keydown"] as const;
    for (const gesture of gestures) window.addEventListener(gesture, wake, { once: true });
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, wake);
      speaker.current?.close();
      speaker.current = null;
    };
  }, []);
  return speaker;
}
