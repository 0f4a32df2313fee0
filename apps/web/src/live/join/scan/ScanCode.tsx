"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/Button";
import styles from "./ScanCode.module.css";
import { useScan } from "./use-scan";

/** The camera as a way in: over the whole page, until it has seen a game's code. What it sees stays in the browser. */
export default function ScanCode({ onFound, onClose }: { onFound: (code: string) => void; onClose: () => void }) {
  const t = useTranslations("player.join.scan");
  const dialog = useRef<HTMLDialogElement>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const scan = useScan(video, onFound);
  useEffect(() => dialog.current?.showModal(), []);
  const note = scan.state === "refused" ? t(`refused.${scan.because}`) : scan.state === "asking" ? t("asking") : scan.foreign ? t("foreign") : t("hold");
  return (
    <dialog ref={dialog} className={styles.page} aria-labelledby="scan-title" onClose={onClose}>
      <div className={styles.words}>
        <h2 id="scan-title" className={styles.title}>{t("title")}</h2>
        <p className={styles.note} role="status">{note}</p>
      </div>
      <div className={styles.picture}>
        {scan.state === "refused" ? (
          <svg className={styles.off} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
            <path d="M3 3l18 18M9.5 5h5l1.5 2.5h3.5A1.5 1.5 0 0 1 21 9v8M18.5 19h-14A1.5 1.5 0 0 1 3 17.5V9a1.5 1.5 0 0 1 1.5-1.5H7M14.8 15.2a3.7 3.7 0 0 1-5.2-5.2" />
          </svg>
        ) : (
          <>
            <video ref={setVideo} muted playsInline aria-hidden />
            <div className={styles.aim} aria-hidden>
              <svg viewBox="0 0 100 100" fill="none" stroke="var(--qf-chalk)" strokeWidth="3"><path d="M1 22V1h21M78 1h21v21M99 78v21H78M22 99H1V78" /></svg>
            </div>
          </>
        )}
      </div>
      <div className={styles.foot}>
        <Button size="wide" className={styles.cancel} onClick={() => dialog.current?.close()}>{t("cancel")}</Button>
      </div>
    </dialog>
  );
}
