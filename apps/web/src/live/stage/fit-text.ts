/** How much smaller a text may get before it is cut. */
const steps = [1, 0.93, 0.86, 0.79, 0.72, 0.65] as const;

/**
 * For `ref`: sets `--fit`, by which a text's size is to be multiplied, so that it fits between its neighbours on a stage of any
 * shape. Another text has to be another element (`key`).
 */
export function fitText(element: HTMLElement | null): (() => void) | undefined {
  if (!element?.parentElement) return undefined;
  const fit = () => {
    for (const step of steps) {
      element.style.setProperty("--fit", String(step));
      if (element.scrollHeight <= element.clientHeight + 1) return;
    }
  };
  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(element.parentElement);
  return () => observer.disconnect();
}
