type Detector = { detect: (image: ImageBitmapSource) => Promise<{ rawValue: string }[]> };
type DetectorClass = { new (options: { formats: ["qr_code"] }): Detector; getSupportedFormats: () => Promise<readonly string[]> };

declare global {
  interface Window {
    /** Not in every browser, and in some without QR codes. */
    BarcodeDetector?: DetectorClass;
  }
}

const longestSide = 720;

/** Reads the QR code in a picture of a video: with what the browser brings, else with a reader that is loaded for it. */
export async function createCodeReader(): Promise<{ read: (video: HTMLVideoElement) => Promise<string | null> }> {
  const detector = (await ownDetector()) ?? (await loadDetector());
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return {
    read: async (video) => {
      const { videoWidth: width, videoHeight: height } = video;
      if (!context || width === 0 || height === 0) return null;
      // A code on a wall is large: a smaller picture is read as well, and sooner.
      const scale = Math.min(1, longestSide / Math.max(width, height));
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const [found] = await detector.detect(canvas);
      return found?.rawValue ?? null;
    },
  };
}

async function ownDetector(): Promise<Detector | null> {
  const Own = window.BarcodeDetector;
  const formats = await Own?.getSupportedFormats().catch((): string[] => []);
  return Own && formats?.includes("qr_code") ? new Own({ formats: ["qr_code"] }) : null;
}

async function loadDetector(): Promise<Detector> {
  const { BarcodeDetector } = await import("qr/decode.js");
  return new BarcodeDetector({ formats: ["qr_code"] });
}
