import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson, signIn } from "../support/desk";
import { linkInLetter } from "../support/letters";
import { RestClient } from "../support/rest-client";

test("somebody proves their address, fills in their profile, sees sessions and keys, sets a forgotten password, takes their data along and deletes the account", async ({ browser }) => {
  const { context, page } = await newPerson(browser, laptop);
  const email = `own-${Date.now()}@example.test`;
  await page.goto("/signup");
  await page.getByLabel("Your name").fill("Thu Hà");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("No quizzes yet")).toBeVisible();

  await page.goto("/account");
  await expect(page.getByText(/not proved yet/)).toBeVisible();
  await page.goto(await linkInLetter(email, "verify"));
  await expect(page.getByRole("heading", { name: "Your address is proved" })).toBeVisible();
  await page.getByRole("link", { name: "Go on" }).click();
  await expect(page.getByText(/not proved yet/)).toHaveCount(0);

  await page.getByLabel("Country").selectOption({ label: "Vietnam" });
  await page.getByRole("button", { name: "Save the profile" }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();

  await page.getByRole("button", { name: "New key…" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Register");
  await page.getByRole("checkbox", { name: "Read quizzes" }).check();
  await expectAccessible(page, "the dialog for a key");
  await page.getByRole("button", { name: "Make the key" }).click();
  const key = await page.getByRole("textbox", { name: "The key" }).inputValue();
  await page.getByRole("button", { name: "I have it" }).click();
  const program = new RestClient(key);
  expect((await program.get("/quizzes")).status).toBe(200);
  expect((await program.post("/quizzes", {})).status).toBe(403);
  await page.getByRole("button", { name: "Revoke the key Register" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke the key" }).click();
  await expect(page.getByText("No keys yet.")).toBeVisible();
  expect((await program.get("/quizzes")).status).toBe(401);

  await RestClient.signIn(email, "correct horse battery");
  await page.reload();
  await expectAccessible(page, "one's own account");
  await page.getByRole("button", { name: /^Sign out node/ }).click();
  await expect(page.getByText("node is signed out.")).toBeVisible();

  const elsewhere = await newPerson(browser, laptop);
  await elsewhere.page.goto("/signin");
  await elsewhere.page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(elsewhere.page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await elsewhere.page.getByLabel("E-mail").fill(email);
  await elsewhere.page.getByRole("button", { name: "Send the link" }).click();
  await expect(elsewhere.page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await elsewhere.page.goto(await linkInLetter(email, "reset"));
  await elsewhere.page.getByLabel("Password", { exact: true }).fill("another horse battery");
  await expectAccessible(elsewhere.page, "setting a new password");
  await elsewhere.page.getByRole("button", { name: "Set the password" }).click();
  await expect(elsewhere.page.getByRole("heading", { name: "Your password is set" })).toBeVisible();
  await signIn(elsewhere.page, email, "another horse battery");

  // The first browser was signed out by it.
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  // A copy of everything, then an end to it.
  const own = elsewhere.page;
  await own.goto("/account");
  const [copy] = await Promise.all([own.waitForEvent("download"), own.getByRole("link", { name: "Download my data" }).click()]);
  const told = JSON.parse(await readFile(await copy.path(), "utf8"));
  expect(told.profile).toMatchObject({ email, country: "VN", name: "Thu Hà" });
  await own.getByRole("button", { name: "Delete my account…" }).click();
  await own.getByLabel("Your password").fill("correct horse battery");
  await own.getByRole("button", { name: "Delete the account" }).click();
  await expect(own.getByRole("dialog").getByText("This is not your password.")).toBeVisible();
  await expectAccessible(own, "the dialog that deletes an account");
  await own.getByLabel("Your password").fill("another horse battery");
  await own.getByRole("button", { name: "Delete the account" }).click();
  await own.waitForURL((url) => url.pathname === "/");
  await own.goto("/account");
  await expect(own.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(RestClient.signIn(email, "another horse battery")).rejects.toThrow();
  await Promise.all([context.close(), elsewhere.context.close()]);
});
