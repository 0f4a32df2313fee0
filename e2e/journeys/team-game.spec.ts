import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson, phone, projector, signIn } from "../support/desk";
import { Host } from "../support/host";
import { Player } from "../support/player";
import { RestClient } from "../support/rest-client";
import { sampleQuiz } from "../support/sample-quiz";
import { demo } from "../support/stack";

test("three players in two teams: one picks, two are dealt, the host moves one, and the teams' mean is on every screen", async ({ browser }) => {
  const author = await RestClient.signIn(demo.author, demo.password);
  const title = `Team quiz ${Date.now()}`;
  const quiz = sampleQuiz(title, 300);
  expect((await author.post("/quizzes", { ...quiz, questions: quiz.questions.slice(0, 1) })).status).toBe(201);

  const teacher = await newPerson(browser, laptop);
  await signIn(teacher.page);
  const host = await Host.openGame(teacher.page, title, async (dialog) => {
    const choose = (setting: string, choice: string) => dialog.getByRole("group", { name: setting }).getByText(choice, { exact: true }).click();
    await choose("Teams", "2");
    await choose("Who picks the team", "Players");
    // Without weight on speed a mean can be worked out here.
    await choose("Speed counts", "Not at all");
  });
  const { pin } = (await author.get<{ pin: string }>(`/games/${host.gameId}`)).body;
  const stage = await teacher.context.newPage();
  await stage.setViewportSize(projector.viewport);
  await stage.goto(`/games/${host.gameId}/stage`);

  const people = await Promise.all(["Ann", "Ben", "Cat"].map(async (name) => ({ name, ...(await newPerson(browser, phone)) })));
  const [ann, ben, cat] = people.map(({ page }) => new Player(page)) as [Player, Player, Player];
  await ann.page.goto(`/join/${pin}`);
  await ann.page.getByText("Arrows").click();
  await expectAccessible(ann.page, "the way into a team");
  await ann.page.getByLabel("Your name in this game").fill("Ann");
  await ann.page.getByRole("button", { name: "Go to the lobby" }).click();
  const teamOf = (player: Player) => player.page.getByRole("region", { name: "Your team" });
  await expect(teamOf(ann)).toContainText("Arrows");
  await ben.join(pin, "Ben");
  await expect(teamOf(ben)).toContainText("Bolts");
  await cat.join(pin, "Cat");
  await expect(teamOf(cat)).toContainText("Arrows");
  await host.page.getByLabel("Team of Cat").selectOption({ label: "Bolts" });
  await expect(teamOf(cat)).toContainText("Bolts");
  await expect(stage.getByRole("list", { name: "Bolts" })).toContainText("Cat");
  await expectAccessible(stage, "the lobby by team");
  await expectAccessible(cat.page, "a lobby with a team");
  await expectAccessible(host.page, "the host's lobby with teams");

  await host.step("Start the game");
  await ann.choose("blue");
  await ben.choose("run");
  await cat.choose("slow");
  await expect(teamOf(ben)).toContainText("500Place 1 of 2 teams");
  await expect(teamOf(ann)).toContainText("0Place 2 of 2 teams");
  await expectAccessible(ben.page, "a reveal with a team");
  await host.step("Standings");
  await expect(stage.getByRole("heading", { name: "Teams" })).toBeVisible();
  await expectAccessible(stage, "the lanes of the teams");
  await host.step("Podium");
  await expect(stage.getByRole("region", { name: "Teams" })).toContainText("Bolts500");
  await expectAccessible(stage, "the podium with teams");
  await host.step("Finish");
  await expect(teamOf(ann)).toContainText("Place 2 of 2 teams");

  await host.page.getByRole("link", { name: "Open the report" }).first().click();
  await host.page.getByRole("tab", { name: "Players" }).click();
  await expect(host.page.getByRole("region", { name: "Teams" })).toContainText("Bolts2500");
  await expectAccessible(host.page, "the report of a team game");
  await Promise.all([teacher, ...people].map(({ context }) => context.close()));
});
