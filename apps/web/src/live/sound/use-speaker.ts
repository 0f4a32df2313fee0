import { useEffect, useState } from "react";
import { createSpeaker, type Speaker } from "./speaker";

const gestures = ["pointerdown", "keydown"] as const;

/** A loudspeaker from the first key or touch on: before that no browser makes a sound. None while nobody wants to hear any. */
export function useSpeaker(wanted = true): Speaker | null {
  const [speaker, setSpeaker] = useState<Speaker | null>(null);
  useEffect(() => {
    // A browser without sound shows the game all the same.
    if (!wanted || typeof AudioContext === "undefined") return;
    let opened: Speaker | null = null;
    const wake = () => {
      if (opened) return opened.wake();
      opened = createSpeaker(new AudioContext(), Math.random);
      setSpeaker(opened);
    };
    // Whoever has just switched the sound on has touched the page.
    if (navigator.userActivation?.isActive) wake();
    // Not once: a phone that slept, or rang, has put its loudspeaker to rest.
    for (const gesture of gestures) window.addEventListener(gesture, wake);
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, wake);
      opened?.close();
      setSpeaker(null);
    };
  }, [wanted]);
  return speaker;
}
