import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson, phone, projector, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { breakableNetwork } from "../support/network";
import { Player } from "../support/player";
import { sampleQuiz } from "../support/sample-quiz";

test("what people seldom see is as accessible as the rest", async ({ browser }) => {
  test.setTimeout(240_000);
  const game = await openGame({ countdown: 25, joinPattern: true }, sampleQuiz(`Seldom seen ${Date.now()}`, 120));
  const teacher = await newPerson(browser, laptop);
  await signIn(teacher.page);
  const host = teacher.page;
  await host.goto(`/games/${game.gameId}/host`);
  const stage = await teacher.context.newPage();
  await stage.setViewportSize(projector.viewport);
  await stage.goto(`/games/${game.gameId}/stage`);
  const people = await Promise.all([newPerson(browser, phone), newPerson(browser, phone), newPerson(browser, phone)]);
  const [stays, leaves, loses] = people.map(({ page }) => new Player(page)) as [Player, Player, Player];
  const network = await breakableNetwork(loses.page);
  await loses.page.clock.install();

  await test.step("a door that asks for what the big screen shows", async () => {
    const signs = stage.getByRole("group", { name: "Signs to tap after the code" }).getByRole("img");
    const shown = async () => ((await signs.getAttribute("aria-label")) ?? "").replaceAll(" ", "");
    await expectAccessible(stage, "the stage's lobby with its signs");
    await stays.page.goto(`/join/${game.pin}`);
    await stays.page.getByLabel("Your name in this game").fill("Stays");
    await stays.page.keyboard.press("Enter");
    await expect(stays.page.getByRole("heading", { name: "Tap what the big screen shows" })).toBeFocused();
    const current = await shown();
    await stays.page.keyboard.type(current === "AAAA" ? "BBBB" : "AAAA");
    // Once in a hundred times that was what the screen had shown a moment before.
    await expect(stays.page.getByText("The big screen shows other signs now.", { exact: false }).or(stays.page.getByText("in, Stays", { exact: false })).first()).toBeVisible();
    await expectAccessible(stays.page, "the signs on a phone");
    if (!stays.page.url().includes("/play/")) await stays.page.keyboard.type(await shown());
    await stays.page.waitForURL(/\/play\//);
    await leaves.join(game.pin, "Leaves", shown);
    await loses.join(game.pin, "Loses", shown);
  });

  await test.step("the countdown", async () => {
    await game.host.post(`/games/${game.gameId}/start`);
    await expect(stays.page.getByText("Question 1 of 4").first()).toBeVisible();
    await expectAccessible(stays.page, "a player's countdown");
    await expectAccessible(stage, "the stage's countdown");
    await game.host.post(`/games/${game.gameId}/skip`);
  });

  await test.step("the pause", async () => {
    await game.host.post(`/games/${game.gameId}/pause`);
    for (const page of [stays.page, stage]) await expect(page.getByText("Paused", { exact: true }).first()).toBeVisible();
    await expect(host.getByText("The clock stands still.", { exact: false }).first()).toBeVisible();
    await expectAccessible(stays.page, "a player's pause");
    await expectAccessible(stage, "the stage's pause");
    await expectAccessible(host, "the host's pause");
  });

  await test.step("a second window, and a removal", async () => {
    const second = await people[1]!.context.newPage();
    await second.goto(`/play/${game.gameId}`);
    await expect(leaves.page.getByText("You play in another window")).toBeVisible();
    await expectAccessible(leaves.page, "a replaced window");
    await host.getByRole("button", { name: "Remove Leaves" }).first().click();
    await expectAccessible(host, "the question whether to remove somebody");
    await host.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect(second.getByText("You are out of this game")).toBeVisible();
    await expectAccessible(second, "a removed player");
  });

  await test.step("a connection that does not come back", async () => {
    await network.cut();
    await expect(loses.page.getByText(/Reconnecting, try \d of \d/).first()).toBeVisible();
    await expectAccessible(loses.page, "a player who is reconnecting");
    const retry = loses.page.getByRole("button", { name: "Try again" });
    // Each try waits longer than the one before: the page's clock is moved on, so that nobody else has to.
    await expect(async () => {
      await loses.page.clock.fastForward(20_000);
      await expect(retry).toBeVisible({ timeout: 500 });
    }).toPass();
    await expectAccessible(loses.page, "a page that has given up");
    await network.mend();
    await retry.click();
    await expect(loses.page.getByText("Paused", { exact: true }).first()).toBeVisible();
  });

  await test.step("what is not there", async () => {
    const nothing = "00000000-0000-4000-8000-000000000000";
    for (const path of ["/nowhere", `/quizzes/${nothing}/edit`, `/games/${nothing}/report`, "/join/000000"]) {
      await host.goto(path);
      await expect(host.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(host.getByText("Loading", { exact: false })).toHaveCount(0);
      await expectAccessible(host, path);
    }
  });

  await game.host.post(`/games/${game.gameId}/end`);
  await Promise.all([teacher, ...people].map(({ context }) => context.close()));
});
