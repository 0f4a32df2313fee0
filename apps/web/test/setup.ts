import { join } from "node:path";
import { afterEach, vi } from "vitest";
import { findLanguages } from "@/i18n/find-languages";

// What the build puts into the product.
Object.assign(globalThis, { INTERFACE_LANGUAGES: findLanguages(join(import.meta.dirname, "../messages")).join(",") });

// Test files share a process and its libraries (see vitest.config.ts). Of our own modules each file has its own, and what a test
// has put in the place of a global, or left in the browser, is gone after it.
vi.resetModules();
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Pages are tested in jsdom, which draws nothing: what a browser measures and scrolls is answered with nothing here. */
if (typeof document !== "undefined") {
  const { cleanup, configure } = await import("@testing-library/react");
  // Machines differ in speed; and a whole page printed with each failure hides its reason. What is hidden is found as well, as asking the
  // computed style of all that is around each element takes most of a test's time; what readers hear is asked in the browser.
  configure({ defaultHidden: true, asyncUtilTimeout: 6_000, getElementError: (message) => new Error(message ?? "not found") });
  // Before the timers and globals above are put back: hooks of this kind run last to first.
  afterEach(() => {
    cleanup();
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, "", "/");
  });
  Element.prototype.scrollIntoView ??= () => undefined;
  Element.prototype.hasPointerCapture ??= () => false;
  window.matchMedia ??= (media) => ({ media, matches: false, onchange: null, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => false });
  window.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
}
