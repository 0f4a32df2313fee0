import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { newPerson, phone } from "../support/desk";
import { demo } from "../support/stack";

test("a learner sees the boards, their league and what they may choose, on a phone", async ({ browser }) => {
  const { page } = await newPerson(browser, phone);
  await page.goto("/signin?next=/boards");
  await page.getByLabel("E-mail").fill(demo.learner);
  await page.getByLabel("Password", { exact: true }).fill(demo.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Leaderboards", level: 1 })).toBeVisible();
  // One connection of the browser follows the board.
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await expectAccessible(page, "the boards");
  await page.getByRole("radio", { name: "My country" }).check({ force: true });
  await expect(page.getByText("Your profile names no country")).toBeVisible();
  await page.getByRole("link", { name: "League" }).click();
  await expect(page.getByRole("checkbox", { name: "Take part in the weekly leagues" })).toBeChecked();
  await expectAccessible(page, "the league");
});
