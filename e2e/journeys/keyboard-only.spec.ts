import { expect, test } from "@playwright/test";
import { laptop, newPerson, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { Host } from "../support/host";
import { Player } from "../support/player";
import { sampleQuiz } from "../support/sample-quiz";

test("host and player play a whole game by keyboard alone", async ({ browser }) => {
  test.setTimeout(150_000);
  const game = await openGame({ countdown: 1 }, sampleQuiz("Keyboard only", 60));
  const teacher = await newPerson(browser, laptop);
  await signIn(teacher.page);
  const host = new Host(teacher.page);
  await host.page.goto(`/games/${game.gameId}/host`);
  await expect(host.button("Start the game")).toBeEnabled();

  const pupil = await newPerson(browser, laptop);
  const player = new Player(pupil.page);
  await player.page.goto("/");
  await expect(player.page.getByLabel("Game code, six digits")).toBeFocused();
  await player.page.keyboard.type(game.pin);
  await player.page.waitForURL(`**/join/${game.pin}`);
  const name = player.page.getByLabel("Your name in this game");
  await expect(name).toBeVisible();
  while (!(await name.evaluate((element) => element === document.activeElement))) await player.page.keyboard.press("Tab");
  await player.page.keyboard.type("Tab Key");
  await player.page.keyboard.press("Enter");
  await expect(player.page.getByText("You’re in, Tab Key")).toBeVisible();

  await host.page.keyboard.press("Space");
  await expect(player.tile("run")).toBeEnabled();
  await player.page.keyboard.press("a");
  await player.seesVerdict("Right!");
  await expect(host.button("Standings")).toBeEnabled();
  await host.page.keyboard.press("Space");
  await expect(host.button("Question 2")).toBeEnabled();
  await host.page.keyboard.press("Space");
  await expect(player.tile("cat")).toBeEnabled();
  await player.page.keyboard.press("1");
  await player.page.keyboard.press("3");
  await player.page.keyboard.press("Enter");
  await player.seesVerdict("Right!");
  await expect(host.button("Standings")).toBeEnabled();
  await host.page.keyboard.press("Space");
  await expect(host.button("Question 3")).toBeEnabled();
  await host.page.keyboard.press("Space");
  await expect(player.tile("True")).toBeEnabled();
  await host.page.keyboard.press("p");
  await expect(host.button("Go on")).toBeVisible();
  await host.page.keyboard.press("p");
  await expect(player.tile("False")).toBeEnabled();
  await player.page.keyboard.press("b");
  await player.seesVerdict("Not this time");
  await host.page.keyboard.press("Space");
  await expect(host.button("Question 4")).toBeEnabled();
  await host.page.keyboard.press("Space");
  const field = player.page.getByLabel("Your answer");
  await expect(field).toBeFocused();
  await player.page.keyboard.type("went");
  await player.page.keyboard.press("Enter");
  await player.seesVerdict("Right!");
  for (const words of ["Standings", "Podium", "Finish"]) {
    await expect(host.button(words)).toBeEnabled();
    await host.page.keyboard.press("Space");
  }
  await expect(player.page.getByText("Final result")).toBeVisible();
  await Promise.all([teacher.context.close(), pupil.context.close()]);
});
