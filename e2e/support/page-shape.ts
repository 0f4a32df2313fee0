import { expect, type Page } from "@playwright/test";

/** WCAG 2.2, 2.5.8: what is pressed has at least 24 by 24 px. A link within a line of text is as high as the line. */
const smallestTargetPx = 24;
/** A laptop's window of 1280 by 1024 at twice its size. */
const zoomed = { width: 640, height: 512 } as const;

export async function expectLargeTargets(page: Page, what: string): Promise<void> {
  const small = await page.evaluate((smallest) => {
    const pressed = document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=checkbox], [role=tab], [role=slider]");
    const isShown = (element: Element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !element.closest(".visually-hidden, [inert]");
    const inText = (element: Element) => element.tagName === "A" && getComputedStyle(element).display === "inline";
    return [...pressed].filter(isShown).filter((element) => !inText(element) && !(element.matches(".skip-link") && element !== document.activeElement)).flatMap((element) => {
      // A field that is drawn by its label is pressed there.
      const target = element.matches("input[type=radio], input[type=checkbox]") ? (element.closest("label") ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      return Math.min(width, height) < smallest ? [`${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 40)}”: ${Math.round(width)} × ${Math.round(height)}`] : [];
    });
  }, smallestTargetPx);
  expect(small, `targets of ${what}`).toEqual([]);
}

/** Looks at the page as if it were zoomed to 200 %: nothing scrolls sideways, and nothing that is read or pressed is cut off at a side. */
export async function expectFitsZoomed(page: Page, what: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(zoomed);
  const found = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const read = document.querySelectorAll("h1, h2, h3, p, button, a[href], input, label, li, dt, dd, td, th");
    const isShown = (element: Element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !element.closest(".visually-hidden, .skip-link");
    const cut = [...read].filter(isShown).filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      // What scrolls by itself is within reach.
      return width > 1 && (left < -1 || right > clientWidth + 1) && !element.closest("[tabindex='0']");
    });
    return { sideways: scrollWidth - clientWidth, cut: cut.map((element) => `${element.tagName.toLowerCase()} “${element.textContent?.slice(0, 40)}”`) };
  });
  expect(found, `${what} at 200 %`).toEqual({ sideways: 0, cut: [] });
  if (before) await page.setViewportSize(before);
}

/** With reduced motion nothing travels: colours may change, and a clock may step. */
export async function expectStill(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = await page.evaluate(() => {
    const travels = ["transform", "translate", "scale", "rotate", "left", "top", "width", "height", "clipPath", "offsetDistance"];
    return document.getAnimations().flatMap((animation) => {
      const { effect } = animation;
      if (animation.playState !== "running" || !(effect instanceof KeyframeEffect)) return [];
      const frames = effect.getKeyframes();
      const steps = [effect.getTiming().easing, ...frames.map(({ easing }) => easing)].some((easing) => easing?.startsWith("steps"));
      const isLong = Number(effect.getComputedTiming().duration) > 1;
      return isLong && !steps && frames.some((frame) => travels.some((property) => property in frame)) ? [`${(animation as CSSAnimation).animationName ?? "a transition"} of ${effect.target?.className}`] : [];
    });
  });
  expect(moving, `what moves on ${what}`).toEqual([]);
}
