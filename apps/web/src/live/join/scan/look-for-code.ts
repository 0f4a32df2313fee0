import { readCode } from "../../parts/game-code";
import { type CameraRefusal, closeCamera, openCamera } from "./camera";
import { createCodeReader } from "./code-reader";

export type Scan =
  | { state: "asking" }
  /** `foreign`: what was seen last leads somewhere else. */
  | { state: "looking"; foreign: boolean }
  | { state: "refused"; because: CameraRefusal };

type Looking = { video: HTMLVideoElement; signal: AbortSignal; onScan: (scan: Scan) => void };

const lookEveryMs = 120;
const codeLength = 6;

/** Looks through the camera until a game's code comes by, or the signal ends it: null. The camera is off afterwards. */
export async function lookForCode({ video, signal, onScan }: Looking): Promise<string | null> {
  const [camera, reader] = await Promise.all([openCamera(), createCodeReader()]);
  if (!camera.ok) {
    onScan({ state: "refused", because: camera.error });
    return null;
  }
  try {
    video.srcObject = camera.value;
    await video.play();
    if (!signal.aborted) onScan({ state: "looking", foreign: false });
    while (!signal.aborted) {
      const text = await reader.read(video);
      const code = text === null ? "" : readCode(text);
      if (code.length === codeLength) return signal.aborted ? null : code;
      if (text !== null && !signal.aborted) onScan({ state: "looking", foreign: true });
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    return null;
  } finally {
    closeCamera(camera.value);
  }
}
