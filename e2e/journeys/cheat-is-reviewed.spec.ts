import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { Cheat } from "../support/cheat";
import { laptop, newPerson, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { RestClient } from "../support/rest-client";
import { demo, stack } from "../support/stack";

/** More questions than the rules need to be certain. */
const quickQuiz = () => ({
  title: `Verbs ${Date.now()}`, description: "", language: "en", tags: [],
  questions: Array.from({ length: 150 }, (_, index) => ({
    type: "choice", text: `Which of these four words do we use as a verb most of the time, number ${index + 1}?`, timeLimit: 30, points: 1000,
    options: [{ text: "run", correct: true }, { text: "blue" }, { text: "table" }, { text: "slow" }],
  })),
});

/** By the pages' own procedure: what the form does is another journey's. */
async function register(account: { name: string; email: string; password: string }): Promise<void> {
  const reply = await fetch(`${stack.webUrl}/api/trpc/account.register`, { method: "POST", body: JSON.stringify(account), headers: { "content-type": "application/json" } });
  expect(reply.status, await reply.text()).toBe(200);
}

test("a cheat is flagged while the game runs, kept out at every door, and let back in by an admin who clears the flag", async ({ browser }) => {
  test.setTimeout(180_000);
  const password = "a password of a cheat";
  const email = `cheat-${randomUUID()}@quickfire.test`;
  const name = `Speedy ${Date.now()}`;
  await register({ name, email, password });

  const { host, gameId, pin } = await openGame({ countdown: 0, speedWeight: 0 }, quickQuiz());
  const account = await RestClient.signIn(email, password);
  const cheat = await Cheat.enter(account, pin, name);
  const command = async (what: string) => expect((await host.post(`/games/${gameId}/${what}`)).status, what).toBe(200);
  await command("start");
  for (let round = 1; (await cheat.answer(round))?.["accepted"] === true; round += 1) {
    // The only player's answer closes the question by itself.
    for (const phase of ["reveal", "standings"]) {
      await expect.poll(async () => (await host.get<{ phase: string }>(`/games/${gameId}`)).body.phase).toBe(phase);
      await command("next");
    }
  }

  // Out of the running game by the rules themselves, and told so.
  expect((await cheat.closed).code).toBe(1008);
  await expect(cheat.comesBack()).rejects.toThrow("403");
  const refused = await account.post(`/quizzes/${pin}/join`, { participantName: "Another name" });
  expect([refused.status, refused.body["code"], String(refused.body["detail"])]).toEqual([403, "BLOCKED", expect.stringMatching(/blocked here until \d{4}-/)]);
  const visitor = await newPerson(browser, laptop);
  await visitor.page.goto("/signin");
  await visitor.page.getByLabel("E-mail").fill(email);
  await visitor.page.getByLabel("Password", { exact: true }).fill(password);
  await visitor.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(visitor.page.getByText(/This account is blocked until/)).toBeVisible();

  const admin = await newPerson(browser, laptop);
  const desk = admin.page;
  await signIn(desk, demo.admin);
  await desk.goto("/admin/review");
  await expect(desk.getByRole("link", { name })).toBeVisible();
  await expectAccessible(desk, "the review list");
  await desk.getByRole("link", { name }).click();
  await expect(desk.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(desk.getByText(/\d+ of \d+ answers were right before the question can be read/)).toBeVisible();
  await expect(desk.getByText(/Blocked until/).first()).toBeVisible();
  await expectAccessible(desk, "a flag");
  await desk.getByRole("link", { name: "See everything in the audit" }).click();
  await expect(desk.getByRole("row").filter({ hasText: "1,000 → 2,100" }).filter({ hasText: "127.0.0.1" })).toBeVisible();
  await expectAccessible(desk, "the audit");
  const [file] = await Promise.all([desk.waitForEvent("download"), desk.getByRole("link", { name: "These as CSV" }).click()]);
  expect(file.suggestedFilename()).toBe("audit.csv");
  await desk.goBack();

  await desk.getByRole("button", { name: "Clear: it was nothing" }).click();
  await expect(desk.getByText("Block lifted")).toBeVisible();
  expect((await account.post(`/quizzes/${pin}/join`, { participantName: "Back again" })).status).toBe(201);

  await command("end");
  const teacher = await newPerson(browser, laptop);
  await signIn(teacher.page);
  await teacher.page.goto(`/games/${gameId}/report`);
  await teacher.page.getByRole("button", { name: "Verify now" }).click();
  await expect(teacher.page.getByText(/^Verified: 1 player/)).toBeVisible();
  await expect(teacher.page.getByText(/The seal over \d+ events is whole/)).toBeVisible();
  await Promise.all([visitor, admin, teacher].map(({ context }) => context.close()));
});
