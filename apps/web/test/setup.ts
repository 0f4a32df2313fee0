import { afterEach, vi } from "vitest";

/** Pages are tested in jsdom, which draws nothing: what a browser measures and scrolls is answered with nothing here. */
if (typeof document !== "undefined") {
  const { cleanup, configure } = await import("@testing-library/react");
  // Machines differ in speed; and a whole page printed with each failure hides its reason.
  configure({ asyncUtilTimeout: 6_000, getElementError: (message) => new Error(message ?? "not found") });
  afterEach(cleanup);
  Element.prototype.scrollIntoView ??= () => undefined;
  Element.prototype.hasPointerCapture ??= () => false;
  window.matchMedia ??= (media) => ({ media, matches: false, onchange: null, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => false });
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
}
