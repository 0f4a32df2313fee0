import { expect, test } from "@playwright/test";
import { laptop, newPerson, phone, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { Host } from "../support/host";
import { Player } from "../support/player";
import { breakableNetwork } from "../support/network";
import { sampleQuiz } from "../support/sample-quiz";

test.describe("nothing that counts depends on a tab or a connection", () => {
  test("a late joiner, a reload, a cut connection and a second tab in mid-question", async ({ browser }) => {
    test.setTimeout(150_000);
    const game = await openGame({ countdown: 0 }, sampleQuiz("Coming back", 120));
    const people = await Promise.all([newPerson(browser, phone), newPerson(browser, phone), newPerson(browser, phone)]);
    const [reloader, dropper, late] = people.map(({ page }) => new Player(page)) as [Player, Player, Player];
    const network = await breakableNetwork(dropper.page);
    await reloader.join(game.pin, "Reloader");
    await dropper.join(game.pin, "Dropper");
    await game.host.post(`/games/${game.gameId}/start`);

    await reloader.choose("run");
    await reloader.seesAnswerIsIn();
    await reloader.page.reload();
    await reloader.seesAnswerIsIn();
    await expect(reloader.tile("run")).toHaveAttribute("aria-pressed", "true");

    await late.join(game.pin, "Late comer");
    await late.choose("blue");
    await late.seesAnswerIsIn();

    await expect(dropper.tile("run")).toBeEnabled();
    await network.cut();
    await expect(dropper.page.getByText(/Reconnecting, try \d+ of/).first()).toBeVisible();
    await dropper.choose("run");
    await expect(dropper.page.getByText("Kept here. It is sent when you are back.").first()).toBeVisible();
    await network.mend();
    await dropper.seesVerdict("Right!");
    await reloader.seesVerdict("Right!");
    await late.seesVerdict("Not this time");

    await game.host.post(`/games/${game.gameId}/next`);
    await game.host.post(`/games/${game.gameId}/next`);
    const secondTab = new Player((await people[0]?.context.newPage())!);
    await secondTab.page.goto(`/play/${game.gameId}`);
    await secondTab.choose("cat");
    await secondTab.lockIn();
    await secondTab.seesAnswerIsIn();
    await expect(reloader.page.getByText("You play in another window")).toBeVisible();
    await reloader.page.getByRole("button", { name: "Use here" }).click();
    await reloader.seesAnswerIsIn();

    await game.host.post(`/games/${game.gameId}/end`);
    await expect(reloader.page.getByText("Ended early")).toBeVisible();
    await expect.poll(async () => (await game.host.get<{ participants: { name: string }[] }>(`/games/${game.gameId}/report`)).body.participants?.length).toBe(3);
    const report = (await game.host.get<{ participants: { name: string; answered: number; right: number }[] }>(`/games/${game.gameId}/report`)).body;
    const answered = Object.fromEntries(report.participants.map(({ name, answered: count }) => [name, count]));
    expect(answered).toEqual({ Reloader: 2, Dropper: 1, "Late comer": 1 });
    await Promise.all(people.map(({ context }) => context.close()));
  });

  test("the host closes the tab in mid-game, and takes over again where the game stands", async ({ browser }) => {
    const title = `Host comes back ${Date.now()}`;
    const teacher = await newPerson(browser, laptop);
    await signIn(teacher.page);
    const { host: author, pin, gameId } = await openGame({ countdown: 0 }, sampleQuiz(title, 60));
    const host = new Host(teacher.page);
    await host.page.goto(`/games/${gameId}/host`);
    const pupil = await newPerson(browser, phone);
    const player = new Player(pupil.page);
    await player.join(pin, "Pupil");
    await host.step("Start the game");
    await expect(player.tile("run")).toBeEnabled();
    await host.page.close();

    await player.choose("run");
    await player.seesVerdict("Right!");
    const again = new Host(await teacher.context.newPage());
    await again.page.goto(`/games/${gameId}/host`);
    await again.step("Standings");
    await again.step("Question 2");
    await expect(player.tile("cat")).toBeEnabled();
    await again.page.getByRole("button", { name: "Remove Pupil" }).first().click();
    await again.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect(player.page.getByText("You are out of this game")).toBeVisible();
    await again.page.getByRole("button", { name: "End game…" }).click();
    await again.page.getByRole("dialog").getByRole("button", { name: "End the game" }).click();
    await expect.poll(async () => (await author.get<{ phase: string }>(`/games/${gameId}`)).body.phase).toBe("ended");
    await Promise.all([teacher.context.close(), pupil.context.close()]);
  });
});
