import { startRefusingProxy } from "@quickfire/testing/refusing-proxy";
import { expect, test } from "@playwright/test";
import { newPerson, phone } from "../support/desk";
import { openGame } from "../support/games";
import { breakableNetwork } from "../support/network";
import { Player } from "../support/player";
import { sampleQuiz } from "../support/sample-quiz";

test("where a proxy lets no WebSocket through, a question is played by polling, and the page says so", async ({ browser }) => {
  const proxy = await startRefusingProxy();
  const game = await openGame({ countdown: 0, closeWhenAllAnswered: false }, sampleQuiz("Without sockets", 60));
  const pupil = await newPerson(browser, { ...phone, proxy: { server: proxy.url } });
  const player = new Player(pupil.page);
  await player.join(game.pin, "Behind a proxy");
  await expect(player.page.getByText("Slow connection", { exact: false }).first()).toBeVisible();

  await game.host.post(`/games/${game.gameId}/start`);
  await player.choose("run");
  await player.seesAnswerIsIn();
  await game.host.post(`/games/${game.gameId}/reveal`);
  await player.seesVerdict("Right!");
  await expect(player.page.getByText("You can run; you can't blue.")).toBeVisible();
  expect(proxy.refusals()).toBeGreaterThan(1);

  await game.host.post(`/games/${game.gameId}/end`);
  await expect(player.page.getByText("Ended early")).toBeVisible();
  await pupil.context.close();
  await proxy.close();
});

test("an answer that was tapped offline and comes after the end says so", async ({ browser }) => {
  const game = await openGame({ countdown: 0, closeWhenAllAnswered: false }, sampleQuiz("Tapped offline", 60));
  const pupil = await newPerson(browser, phone);
  const player = new Player(pupil.page);
  const network = await breakableNetwork(player.page);
  await player.join(game.pin, "Too late");
  await game.host.post(`/games/${game.gameId}/start`);
  await expect(player.tile("run")).toBeEnabled();

  await network.cut();
  await player.choose("run");
  await expect(player.page.getByText("Kept here. It is sent when you are back.").first()).toBeVisible();
  await game.host.post(`/games/${game.gameId}/reveal`);
  await network.mend();
  await expect(player.page.getByRole("heading", { name: "Time was up" }).first()).toBeVisible();

  await game.host.post(`/games/${game.gameId}/end`);
  await pupil.context.close();
});
