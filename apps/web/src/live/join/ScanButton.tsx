import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "@/ui/Button";
import styles from "./CodeForm.module.css";

/** The camera and what reads its pictures are loaded by whoever asks for them. */
const ScanCode = lazy(() => import("./scan/ScanCode"));

/** Where the browser lends pages its camera. Elsewhere the phone's own camera reads the code as well: it holds the link to the game. */
export function ScanButton({ disabled, onFound }: { disabled: boolean; onFound: (code: string) => void }) {
  const t = useTranslations("player.join.scan");
  const [hasCamera, setHasCamera] = useState(false);
  const [open, setOpen] = useState(false);
  // The server can't know, so the button comes after what it drew, in a place that is kept for it.
  useEffect(() => setHasCamera(typeof navigator.mediaDevices?.getUserMedia === "function"), []);
  const find = (code: string) => {
    setOpen(false);
    onFound(code);
  };
  return (
    <div className={styles.scan}>
      {hasCamera ? <Button look="quiet" size="phone" icon={<Frame />} disabled={disabled} onClick={() => setOpen(true)}><span className={styles.scanWords}>{t("open")}</span></Button> : null}
      {open ? <Suspense><ScanCode onFound={find} onClose={() => setOpen(false)} /></Suspense> : null}
    </div>
  );
}

const Frame = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
    <path d="M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5M8 8h3v3H8zM13 13h3v3h-3zM13 8h3M8 13v3" />
  </svg>
);
