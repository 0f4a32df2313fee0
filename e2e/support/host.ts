import { expect, type Page } from "@playwright/test";

/** The host's page of one game. */
export class Host {
  constructor(readonly page: Page) {}

  /** Opens a lobby from the library, with the settings that were chosen in the dialog. */
  static async openGame(page: Page, quizTitle: string, choose: (dialog: ReturnType<Page["getByRole"]>) => Promise<void> = async () => {}): Promise<Host> {
    await page.goto("/library");
    await page.getByRole("button", { name: `Start a game of ${quizTitle}`, exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Start a game" });
    await expect(dialog.getByRole("button", { name: "Open the lobby" })).toBeEnabled();
    // Not as the last game, which another journey's may have been.
    const usual = dialog.getByRole("button", { name: "Usual settings" });
    if (await usual.isVisible()) await usual.click();
    await choose(dialog);
    await dialog.getByRole("button", { name: "Open the lobby" }).click();
    await page.waitForURL(/\/games\/[^/]+\/host$/);
    const host = new Host(page);
    await expect(host.button("Start the game")).toBeEnabled();
    return host;
  }

  get gameId(): string {
    return new URL(this.page.url()).pathname.split("/")[2] ?? "";
  }

  button(name: string | RegExp, exact = false) {
    return this.page.getByRole("button", { name, exact });
  }

  /** The one live button, by the words it shows at the moment. */
  async step(words: string | RegExp) {
    const button = this.button(words);
    await expect(button).toBeEnabled();
    await button.click();
  }
}
