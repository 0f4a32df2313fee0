import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** WCAG 2.2 AA by axe, in light and in dark: what differs between the two is colours, and the rest is looked at once. */
export async function expectAccessible(page: Page, what: string) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // A page that hears of something while it is looked at has colours on their way once more.
    await expect(() => expectClean(page, what, colorScheme)).toPass({ intervals: [500], timeout: 10_000 });
  }
  await page.emulateMedia({ colorScheme: null });
}

async function expectClean(page: Page, what: string, colorScheme: "light" | "dark"): Promise<void> {
  await page.evaluate(transitionsAreOver);
  // There is no frame in our pages, so axe needs no page of its own to put frames together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (colorScheme === "light" ? axe.withTags(levels) : axe.withRules("color-contrast")).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join("; ")})`);
  expect(found, `${what}, ${colorScheme}`).toEqual([]);
}

/** Colours on their way from light to dark are neither. Runs in the page. */
async function transitionsAreOver(): Promise<void> {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}
