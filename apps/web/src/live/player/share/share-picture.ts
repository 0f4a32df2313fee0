/** Whether this browser can hand a picture to another app. Few can on a desk, and none does over plain http. */
export function canShare(file: File): boolean {
  return typeof navigator.canShare === "function" && navigator.canShare({ files: [file] });
}

/** Opens the system's own sheet. `closed`: the person changed their mind, which is no failure. */
export async function sharePicture(file: File, text: string): Promise<"shared" | "closed" | "failed"> {
  try {
    await navigator.share({ files: [file], text });
    return "shared";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "closed" : "failed";
  }
}
