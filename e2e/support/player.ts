import { expect, type Page } from "@playwright/test";

/** A player's browser. */
export class Player {
  constructor(readonly page: Page) {}

  /** Types the code, picks the name, taps what the big screen shows where the game asks for it, and waits for the lobby or whatever the game is at. */
  async join(pin: string, name: string, pattern?: () => Promise<string>) {
    await this.page.goto("/");
    await this.page.getByLabel("Game code, six digits").fill(pin);
    await this.page.waitForURL(`**/join/${pin}`);
    await this.page.getByLabel("Your name in this game").fill(name);
    await this.page.getByRole("button", { name: /^Go to the (lobby|game)$/ }).click();
    if (pattern) await this.tap(await pattern());
    await this.page.waitForURL(/\/play\//);
  }

  /** Signs by their letters, on the way in. */
  async tap(pattern: string) {
    for (const sign of pattern) await this.page.getByRole("button", { name: new RegExp(`^${sign}, `) }).click();
  }

  tile(text: string) {
    return this.page.getByRole("button", { name: new RegExp(`^[A-H], [a-z]+: ${escape(text)}$`) });
  }

  async choose(text: string) {
    await expect(this.tile(text)).toBeEnabled();
    await this.tile(text).click();
  }

  async lockIn() {
    await this.page.getByRole("button", { name: /^Lock in/ }).click();
  }

  async type(text: string) {
    const field = this.page.getByLabel("Your answer");
    await expect(field).toBeEditable();
    await field.fill(text);
  }

  async seesAnswerIsIn() {
    await expect(this.page.getByText("Your answer is in").first()).toBeVisible();
  }

  async seesVerdict(words: "Right!" | "Partly right" | "Not this time" | "No answer") {
    await expect(this.page.getByRole("heading", { name: words })).toBeVisible();
  }
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
