import { expect, test } from "@playwright/test";
import { laptop, newPerson, signIn } from "../support/desk";
import { focusOrder } from "../support/focus-order";
import { openGame } from "../support/games";
import { Host } from "../support/host";
import { expectFitsZoomed, expectLargeTargets, expectStill } from "../support/page-shape";
import { Player } from "../support/player";
import { sampleQuiz } from "../support/sample-quiz";

test("host and player play a whole game by keyboard alone, by names alone, and at 200 %", async ({ browser }) => {
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
  await expectFitsZoomed(player.page, "the join page");
  await expectLargeTargets(player.page, "the join page");
  await player.page.keyboard.type(game.pin);
  await player.page.waitForURL(`**/join/${game.pin}`);
  const name = player.page.getByLabel("Your name in this game");
  await expect(name).toBeVisible();
  await expectFitsZoomed(player.page, "the name page");
  await expectLargeTargets(player.page, "the name page");
  while (!(await name.evaluate((element) => element === document.activeElement))) await player.page.keyboard.press("Tab");
  await player.page.keyboard.type("Tab Key");
  await player.page.keyboard.press("Enter");
  await expect(player.page.getByText("You’re in, Tab Key")).toBeVisible();
  await expectLargeTargets(player.page, "the lobby");
  await expect(player.page.getByRole("main")).toMatchAriaSnapshot(`
    - button "Sounds on this phone"
    - heading "You’re in, Tab Key" [level=1]
    - button "Questions show on this device" [pressed]
  `);

  await host.page.keyboard.press("Space");
  await expect(player.tile("run")).toBeEnabled();
  await expect(player.page.getByRole("main")).toMatchAriaSnapshot(`
    - region "Question":
      - heading "Which word is a verb?" [level=1]
    - timer /\\d+ seconds left/
    - 'button "A, arrow: run"'
    - 'button "B, bolt: blue"'
    - 'button "C, crescent: table"'
    - 'button "D, diamond: slow"'
    - paragraph: "Which word is a verb? A: run. B: blue. C: table. D: slow."
  `);
  expect(await focusOrder(player.page, 7)).toEqual(["Show only the answers here", "Sounds on this phone", "Question", "A, arrow: run", "B, bolt: blue", "C, crescent: table", "D, diamond: slow"]);
  await expectFitsZoomed(player.page, "a question");
  await expectLargeTargets(player.page, "a question");
  await expectStill(player.page, "a question");
  await expectFitsZoomed(host.page, "the host's desk");
  await player.page.keyboard.press("a");
  await player.seesVerdict("Right!");
  await expect(player.page.getByRole("main")).toMatchAriaSnapshot(`
    - text: Question 1 of 4
    - heading "Right!" [level=1]
    - paragraph: /Right! [\\d,]+ points\\./
  `);
  await expectStill(player.page, "a reveal");
  await expectStill(host.page, "the host's reveal");
  await expect(host.button("Standings")).toBeEnabled();
  await host.page.keyboard.press("Space");
  await expect(host.button("Question 2")).toBeEnabled();
  await expect(player.page.getByRole("main")).toMatchAriaSnapshot(`
    - heading "Standings around you" [level=1]
    - list "Standings around you":
      - listitem: /1 You [\\d,]+/
    - paragraph: /You are in 1st place with [\\d,]+ points\\./
  `);
  await expectStill(player.page, "the standings");
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
  await expect(host.button("Standings")).toBeEnabled();
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
  await expectLargeTargets(player.page, "the result");
  await expect(player.page.getByRole("main")).toMatchAriaSnapshot(`
    - heading /Tab Key, [\\d,]+ points/ [level=1]
    - button "See your mistake"
    - button "Make a picture of your result"
    - alert: The game has ended.
  `);
  await Promise.all([teacher.context.close(), pupil.context.close()]);
});
