import { type RefObject, useCallback, useEffect, useState } from "react";

/** Shows the page, or a part of it alone, on the whole screen, and back. Where the browser has no such thing (iPhones), `toggle` is missing. */
export function useFullScreen(part?: RefObject<HTMLElement | null>): { isFull: boolean; toggle: (() => void) | undefined } {
  const [isFull, setIsFull] = useState(false);
  const [isPossible, setIsPossible] = useState(false);
  useEffect(() => {
    setIsPossible(document.fullscreenEnabled);
    const onChange = () => setIsFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, []);
  const toggle = useCallback(() => {
    const changed = document.fullscreenElement ? document.exitFullscreen() : (part?.current ?? document.documentElement).requestFullscreen();
    // The browser may not want to; what is seen stays as it is.
    changed.catch(() => undefined);
  }, [part]);
  return { isFull, toggle: isPossible ? toggle : undefined };
}
