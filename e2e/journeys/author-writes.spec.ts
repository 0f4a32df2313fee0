import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson } from "../support/desk";

test("an author signs up, writes a quiz of all four kinds, and finds it saved", async ({ browser }) => {
  const { context, page } = await newPerson(browser, laptop);
  const email = `author-${Date.now()}@example.test`;

  await page.goto("/signup");
  await page.getByLabel("Your name").fill("Thu Hà");
  await page.getByLabel("E-mail").fill("nonsense");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("This is not an e-mail address.")).toBeVisible();
  await expect(page.getByText("A password has at least 8 characters.")).toBeVisible();
  await expectAccessible(page, "sign-up with problems");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("No quizzes yet")).toBeVisible();
  await expectAccessible(page, "the empty library");

  await page.getByRole("button", { name: "New quiz" }).first().click();
  await page.waitForURL(/\/quizzes\/[^/]+\/edit/);
  const question = page.getByRole("textbox", { name: /^Question/ });
  const type = async (name: string) => {
    await page.getByRole("button", { name: /^Type of question/ }).click();
    await page.getByRole("menuitemradio", { name: new RegExp(`^${name}`) }).click();
  };
  const add = async () => {
    await page.getByRole("button", { name: "Add question" }).first().click();
    await expect(question).toHaveValue("");
  };

  if (!(await question.isVisible())) await add();
  await question.fill("Which word is a verb?");
  await page.getByLabel("Option A", { exact: true }).fill("run");
  await page.getByLabel("Option B", { exact: true }).fill("blue");
  await page.getByRole("button", { name: "Option A is right" }).click();
  await add();
  await type("Multiple choice");
  await question.fill("Which are animals?");
  await page.getByLabel("Option A", { exact: true }).fill("cat");
  await page.getByLabel("Option B", { exact: true }).fill("chair");
  await page.getByRole("button", { name: "Option A is right" }).click();
  await add();
  await type("True or false");
  await question.fill("Water is wet.");
  await page.locator("label").filter({ has: page.getByRole("radio", { name: "True" }) }).click();
  await add();
  await type("Typed answer");
  await question.fill("Write the past of “go”.");
  await page.getByLabel("Accepted answer 1").fill("went");
  await expectAccessible(page, "the editor");

  const rows = page.getByRole("navigation", { name: "Questions" }).getByRole("listitem");
  await expect(rows).toHaveCount(4);
  await page.keyboard.press("Control+d");
  await expect(rows).toHaveCount(5);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(rows).toHaveCount(4);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(rows).toHaveCount(5);

  await page.getByRole("button", { name: /settings/i }).first().click();
  await page.getByLabel("Title").fill("Four kinds by hand");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();

  await page.reload();
  await expect(rows).toHaveCount(5);
  await expect(rows.first()).toContainText("Which word is a verb?");
  await page.goto("/library");
  await expect(page.getByRole("link", { name: "Four kinds by hand" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Start a game of Four kinds by hand" })).toBeEnabled();
  await expectAccessible(page, "the library");
  await context.close();
});
