import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { demo } from "./stack";

/** Signs in on the page as a person would, and waits for their own desk: an author's, or a learner's. */
export async function signIn(page: Page, email: string = demo.author, password: string = demo.password) {
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^(?:Quizzes|Learning)$/, level: 1 })).toBeVisible();
}

/**
 * A browser of its own for each person, as in a class. They want less motion unless it is said otherwise: without a graphics card, drawing
 * what moves costs more than all that a journey is about.
 */
export async function newPerson(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
  return { context, page: await context.newPage() };
}

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;
export const laptop = { viewport: { width: 1280, height: 800 } } as const;
export const projector = { viewport: { width: 1920, height: 1080 } } as const;
