import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson, phone, projector, signIn } from "../support/desk";
import { Host } from "../support/host";
import { Player } from "../support/player";
import { RestClient } from "../support/rest-client";
import { sampleQuiz } from "../support/sample-quiz";
import { demo } from "../support/stack";

test("a teacher and three pupils play a quiz to the podium on four browsers", async ({ browser }) => {
  test.setTimeout(360_000);
  const author = await RestClient.signIn(demo.author, demo.password);
  const title = `Class quiz ${Date.now()}`;
  expect((await author.post("/quizzes", sampleQuiz(title, 300))).status).toBe(201);

  const teacher = await newPerson(browser, laptop);
  await signIn(teacher.page);
  const host = await Host.openGame(teacher.page, title);
  const { pin } = (await author.get<{ pin: string }>(`/games/${host.gameId}`)).body;
  await expectAccessible(host.page, "the host's lobby");

  const stage = await teacher.context.newPage();
  await stage.setViewportSize(projector.viewport);
  await stage.goto(`/games/${host.gameId}/stage`);
  await expect(stage.getByText("QR code to join this game").or(stage.getByRole("img", { name: "QR code to join this game" })).first()).toBeAttached();

  const people = await Promise.all(["Ánh Tuyết", "Kwame", "Nguyễn Phương Thảo Quyên"].map(async (name) => ({ name, ...(await newPerson(browser, phone)) })));
  const players = people.map(({ page }) => new Player(page));
  const [first, second, third] = players as [Player, Player, Player];
  await first.page.goto("/");
  await expectAccessible(first.page, "the join page");
  await first.page.goto(`/join/${pin}`);
  await expect(first.page.getByLabel("Your name in this game")).toBeVisible();
  await expectAccessible(first.page, "the nickname page");
  for (const [index, player] of players.entries()) await player.join(pin, people[index]?.name ?? "");
  await expect(first.page.getByText("You’re in, Ánh Tuyết")).toBeVisible();
  await expectAccessible(first.page, "a player's lobby");
  for (const { name } of people) await expect(stage.getByText(name).first()).toBeVisible();
  await expectAccessible(stage, "the stage's lobby");

  // Round 1: one right answer.
  await host.step("Start the game");
  await first.choose("run");
  await first.seesAnswerIsIn();
  await expectAccessible(first.page, "a question that is answered");
  await expectAccessible(second.page, "an open question");
  await expectAccessible(stage, "the stage's question");
  await expectAccessible(host.page, "the host's question");
  await second.choose("run");
  await third.choose("slow");
  await first.seesVerdict("Right!");
  await third.seesVerdict("Not this time");
  await expect(first.page.getByText("You can run; you can't blue.")).toBeVisible();
  await expectAccessible(first.page, "the reveal of a right answer");
  await expectAccessible(third.page, "the reveal of a wrong answer");
  await expectAccessible(stage, "the stage's reveal");
  await host.step("Standings");
  await expect(first.page.getByRole("list", { name: "Standings around you" })).toBeVisible();
  await expectAccessible(first.page, "a player's standings");
  await expectAccessible(stage, "the stage's standings");

  // Round 2: several right answers, with partial credit.
  await host.step("Question 2");
  await first.choose("cat");
  await first.choose("horse");
  await first.lockIn();
  await second.choose("cat");
  await second.lockIn();
  await third.choose("spoon");
  await third.lockIn();
  await second.seesVerdict("Partly right");
  await host.step("Standings");

  // Round 3: true or false; the host pauses, goes on, gives more time, and reveals before the third has answered.
  await host.step("Question 3");
  await first.choose("True");
  await first.seesAnswerIsIn();
  await host.step("Pause");
  await expect(second.page.getByText("The clock has stopped.").first()).toBeVisible();
  await host.step("Go on");
  await host.step("+10 s");
  await second.choose("True");
  await second.seesAnswerIsIn();
  await host.step("Reveal");
  await third.seesVerdict("No answer");
  await host.step("Standings");

  // Round 4: a typed word.
  await host.step("Question 4");
  for (const player of players) {
    await player.type(player === third ? "goed" : "Went");
    await player.lockIn();
  }
  await first.seesVerdict("Right!");
  await host.step("Standings");
  await host.step("Podium");
  await expect(stage.getByText("Ánh Tuyết").first()).toBeVisible();
  await expectAccessible(stage, "the podium");
  await host.step("Finish");
  await expect(first.page.getByText("Final result")).toBeVisible();
  await expectAccessible(first.page, "a player's result");
  await first.page.getByRole("button", { name: "See the standings" }).click();
  await third.page.getByRole("button", { name: /^See your \d mistakes/ }).click();
  await expect(third.page.getByText("Water is wet.")).toBeVisible();
  await second.page.getByRole("button", { name: "Make a picture of your result" }).click();
  const picture = second.page.getByRole("img", { name: new RegExp(`^Kwame: \\d\\w\\w of 3 players in “${title}”, [\\d,]+ points$`) });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([1_080, 1_350]);
  const saving = second.page.waitForEvent("download");
  await second.page.getByRole("link", { name: "Save the picture" }).click();
  expect((await saving).suggestedFilename()).toBe("quickfire-result.png");
  await expectAccessible(second.page, "a picture of the result");

  await host.page.getByRole("link", { name: "Open the report" }).first().click();
  await expect(host.page.getByRole("tab", { name: "Questions" })).toBeVisible();
  await expect(host.page.getByText("Nguyễn Phương Thảo Quyên").first()).toBeVisible();
  await expectAccessible(host.page, "the report");
  await host.page.goto("/games");
  await expect(host.page.getByText(title).first()).toBeVisible();
  await expectAccessible(host.page, "the games list");

  await Promise.all([teacher, ...people].map(({ context }) => context.close()));
});
