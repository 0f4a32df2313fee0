"use client";

import { useTranslations } from "next-intl";
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import styles from "./Toasts.module.css";

export type Toast = {
  text: string;
  icon?: ReactNode;
  /** Takes back what the toast speaks of. Every deletion has one. */
  undo?: () => void;
  /** Errors stay until they are closed. */
  tone?: "plain" | "error";
};
type ShownToast = Toast & { id: number };

const shownMs = 6_000;
const ToastContext = createContext<((toast: Toast) => void) | null>(null);

/** Shows one short message at a time at the lower edge, with a way back where there is one. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ShownToast | null>(null);
  const nextId = useRef(1);
  const showToast = useCallback((toast: Toast) => setShown({ ...toast, id: nextId.current++ }), []);
  const close = useCallback(() => setShown(null), []);
  return (
    <ToastContext value={showToast}>
      {children}
      <div className={styles.place} role="status" aria-live="polite">
        {shown ? <ToastBar key={shown.id} toast={shown} onClose={close} /> : null}
      </div>
    </ToastContext>
  );
}

export function useToast(): (toast: Toast) => void {
  const showToast = use(ToastContext);
  if (!showToast) throw new Error("useToast needs a ToastProvider above it");
  return showToast;
}

function ToastBar({ toast, onClose }: { toast: ShownToast; onClose: () => void }) {
  const t = useTranslations("common");
  // Whoever is reading or about to press Undo must not lose the bar under the pointer.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.tone === "error") return;
    const timer = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer);
  }, [held, toast.tone, onClose]);
  const hold = useMemo(
    () => ({ onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) }),
    [],
  );
  return (
    <div className={styles.bar} {...hold}>
      {toast.icon}
      <span className={styles.text}>{toast.text}</span>
      {toast.undo ? (
        <button type="button" className={styles.action} onClick={() => { toast.undo?.(); onClose(); }}>{t("undo")}</button>
      ) : (
        <button type="button" className={styles.action} onClick={onClose}>{t("close")}</button>
      )}
    </div>
  );
}
