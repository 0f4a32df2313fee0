import { err, ok, type Result } from "@quickfire/engine/result";

/** Why there is no picture: its use was refused, there is no camera, or something else holds it. */
export type CameraRefusal = "blocked" | "none" | "busy";


/** The camera at the back, where there are two. It is on until its tracks are stopped. */
export async function openCamera(): Promise<Result<MediaStream, CameraRefusal>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: "environment" }, width: { ideal: 1_280 } } }));
  } catch (error) {
    return err(refusalOf(error instanceof DOMException ? error.name : ""));
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function refusalOf(name: string): CameraRefusal {
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return "blocked";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none";
    default:
      return "busy";
  }
}
