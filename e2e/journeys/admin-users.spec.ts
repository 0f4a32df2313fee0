import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson, signIn } from "../support/desk";
import { demo } from "../support/stack";

test("an admin finds a user, makes them an author, disables them and lets them in again; nobody else gets in", async ({ browser }) => {
  const { context, page } = await newPerson(browser, laptop);
  await signIn(page, demo.admin);
  await page.goto("/admin/users");
  await page.getByRole("searchbox", { name: "Search users" }).fill("learner@");
  const row = page.getByRole("row", { name: /Demo learner/ });
  await expect(row).toBeVisible();
  await expectAccessible(page, "the admin's users");

  const choose = async (item: string) => {
    await page.getByRole("button", { name: "More for Demo learner" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  const toggleAuthor = async () => {
    await choose("Change roles…");
    await page.getByRole("checkbox", { name: "Author" }).click();
    await page.getByRole("button", { name: "Save the roles" }).click();
  };
  await toggleAuthor();
  await expect(row.getByText("Author", { exact: true })).toBeVisible();
  await toggleAuthor();
  await expect(row.getByText("Author", { exact: true })).toHaveCount(0);
  await choose("Disable…");
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(row.getByText("Disabled")).toBeVisible();
  await choose("Enable");
  await expect(row.getByText("Disabled")).toHaveCount(0);

  const other = await newPerson(browser, laptop);
  await signIn(other.page);
  await other.page.goto("/admin/users");
  await expect(other.page.getByRole("heading", { name: "This page does not exist" })).toBeVisible();
  await Promise.all([context.close(), other.context.close()]);
});
