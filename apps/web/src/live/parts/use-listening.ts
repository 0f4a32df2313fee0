import { useEffect, useRef, useState } from "react";
import { useQuizLanguage } from "./use-quiz-language";

/** A file, or where there is none a text that the browser speaks in the quiz's language. Nothing plays that nobody asked for. */
export function useListening({ speech, audio }: { speech: string | undefined; audio: string | undefined }) {
  const language = useQuizLanguage();
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  function play(rate: number) {
    stop.current();
    const over = (didFail: boolean) => {
      setPlaying(false);
      setFailed(didFail);
    };
    setFailed(false);
    setPlaying(true);
    const sound = { rate, onEnd: () => over(false), onFailure: () => over(true) };
    stop.current = audio ? playFile(audio, sound) : speech ? speak(speech, language, sound) : () => undefined;
  }
  return { play, playing, failed };
}

type Sound = { rate: number; onEnd: () => void; onFailure: () => void };

/** Each gives back how it is stopped; what was stopped tells nothing any more. */
function playFile(address: string, { rate, onEnd, onFailure }: Sound): () => void {
  const file = new Audio(address);
  let stopped = false;
  file.playbackRate = rate;
  file.addEventListener("ended", () => { if (!stopped) onEnd(); });
  file.addEventListener("error", () => { if (!stopped) onFailure(); });
  file.play().catch(() => { if (!stopped) onFailure(); });
  return () => {
    stopped = true;
    file.pause();
  };
}

function speak(text: string, language: string, { rate, onEnd, onFailure }: Sound): () => void {
  if (!("speechSynthesis" in window)) {
    onFailure();
    return () => undefined;
  }
  const spoken = new SpeechSynthesisUtterance(text);
  let stopped = false;
  spoken.lang = language || "en";
  spoken.rate = rate;
  spoken.addEventListener("end", () => { if (!stopped) onEnd(); });
  spoken.addEventListener("error", () => { if (!stopped) onFailure(); });
  speechSynthesis.cancel();
  speechSynthesis.speak(spoken);
  return () => {
    stopped = true;
    speechSynthesis.cancel();
  };
}
