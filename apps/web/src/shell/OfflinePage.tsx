"use client";

import { useEffect } from "react";

/** Sees to it that this browser has a page of ours to show where there is no network. Without it everything works as before. */
export function OfflinePage() {
  useEffect(() => {
    if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, []);
  return null;
}
