/**
 * Calls whenever the page comes to the front again. Timers and animations count only the time that a device was awake: what
 * depends on the clock has to look at it anew. Gives what ends it.
 */
export function onWaking(look: () => void): () => void {
  const onShown = () => {
    if (document.visibilityState === "visible") look();
  };
  document.addEventListener("visibilitychange", onShown);
  window.addEventListener("pageshow", onShown);
  return () => {
    document.removeEventListener("visibilitychange", onShown);
    window.removeEventListener("pageshow", onShown);
  };
}
