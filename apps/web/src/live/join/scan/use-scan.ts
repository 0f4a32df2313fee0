import { useEffect, useRef, useState } from "react";
import { lookForCode, type Scan } from "./look-for-code";

/** Looks for a game's code as long as the video is on the page; the camera is off as soon as nobody looks any more. */
export function useScan(video: HTMLVideoElement | null, onFound: (code: string) => void): Scan {
  const [scan, setScan] = useState<Scan>({ state: "asking" });
  const found = useRef(onFound);
  useEffect(() => {
    found.current = onFound;
  });
  useEffect(() => {
    if (!video) return;
    const leaving = new AbortController();
    lookForCode({ video, signal: leaving.signal, onScan: setScan }).then(
      (code) => (code === null ? undefined : found.current(code)),
      () => (leaving.signal.aborted ? undefined : setScan({ state: "refused", because: "busy" })),
    );
    return () => leaving.abort();
  }, [video]);
  return scan;
}
