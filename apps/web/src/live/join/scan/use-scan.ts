import { type RefObject, useEffect, useRef, useState } from "react";
import { readCode } from "../../parts/game-code";
import { type CameraRefusal, closeCamera, openCamera } from "./camera";
import { createCodeReader } from "./code-reader";

export type Scan =
  | { state: "asking" }
  /** `foreign`: what was seen last leads somewhere else. */
  | { state: "looking"; foreign: boolean }
  | { state: "refused"; because: CameraRefusal };

const lookEveryMs = 120;

/** Looks through the camera until a game's code comes by; the camera is off as soon as nobody looks any more. */
export function useScan(video: RefObject<HTMLVideoElement | null>, onFound: (code: string) => void): Scan {
  const [scan, setScan] = useState<Scan>({ state: "asking" });
  const found = useRef(onFound);
  useEffect(() => {
    found.current = onFound;
  });
  useEffect(() => {
    let isLeft = false;
    let stream: MediaStream | null = null;
    const look = async () => {
      const [camera, reader] = await Promise.all([openCamera(), createCodeReader()]);
      if (!camera.ok) return setScan({ state: "refused", because: camera.error });
      stream = camera.value;
      if (isLeft || !video.current) return closeCamera(stream);
      video.current.srcObject = stream;
      await video.current.play();
      setScan({ state: "looking", foreign: false });
      while (!isLeft && video.current) {
        const text = await reader.read(video.current);
        const code = text === null ? "" : readCode(text);
        if (!isLeft && code.length === 6) return found.current(code);
        if (text !== null) setScan({ state: "looking", foreign: true });
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    };
    look().catch(() => (isLeft ? undefined : setScan({ state: "refused", because: "busy" })));
    return () => {
      isLeft = true;
      if (stream) closeCamera(stream);
    };
  }, [video]);
  return scan;
}
