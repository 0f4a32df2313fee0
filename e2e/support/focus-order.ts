import type { Page } from "@playwright/test";

/** Where the Tab key leads from the beginning of the page's own part on, by names. */
export async function focusOrder(page: Page, steps: number): Promise<string[]> {
  await page.locator("#main").focus();
  const names: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press("Tab");
    names.push(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""));
  }
  return names;
}
