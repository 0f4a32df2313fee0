import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson, projector, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { Host } from "../support/host";
import { sampleQuiz } from "../support/sample-quiz";

test("a host rehearses a game alone: bots come at one click, answer by themselves, are marked on every screen, and count for nothing", async ({ browser }) => {
  test.setTimeout(120_000);
  const game = await openGame({ countdown: 0 }, sampleQuiz("Rehearsal", 5));
  const { context, page } = await newPerson(browser, laptop);
  await signIn(page);
  const stage = await context.newPage();
  await stage.setViewportSize(projector.viewport);
  const desk = new Host(page);
  await Promise.all([page.goto(`/games/${game.gameId}/host`), stage.goto(`/games/${game.gameId}/stage`)]);

  await desk.button("Add 5 bots").click();
  await expect(page.getByText("5 bots are in.")).toBeVisible();
  await desk.button("Remove all bots").click();
  await expect(desk.button("Remove all bots")).toBeHidden();
  await desk.button("Add 5 bots").click();
  await expect(stage.getByText(/^Bot /)).toHaveCount(5);
  await expect(stage.getByText("Rehearsal", { exact: true })).toBeVisible();
  await expectAccessible(page, "the desk of a rehearsal");

  await desk.step("Start the game");
  // It is there once the last bot has answered.
  await desk.step("Standings");
  await expect(stage.getByRole("heading", { name: "Standings" })).toBeVisible();
  await expect(stage.getByText(/^Bot /).first()).toBeVisible();

  await game.host.post(`/games/${game.gameId}/end`);
  type Report = { verified: boolean; rehearsal?: boolean; participants: { bot?: boolean; answered: number }[] };
  await expect.poll(async () => (await game.host.get<Report>(`/games/${game.gameId}/report`)).body.verified).toBe(true);
  const { body } = await game.host.get<Report>(`/games/${game.gameId}/report`);
  expect(body.rehearsal).toBe(true);
  expect(body.participants).toHaveLength(5);
  for (const bot of body.participants) expect(bot).toMatchObject({ bot: true, answered: 1 });
  await page.goto(`/games/${game.gameId}/report`);
  await expect(page.getByText("This was a rehearsal")).toBeVisible();
  await expectAccessible(page, "the report of a rehearsal");
  await context.close();
});
