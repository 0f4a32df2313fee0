// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { KeptPage } from "./KeptPage";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

const settings = { addressDays: 3, guestDays: 45, spentDays: 1, deadLetterDays: 10, everyMinutes: 5 };

it("tells how long each kind of thing is kept, by the settings in force and the variables that set them", async () => {
  fakeApi({ "retention.settings": () => settings });
  renderPage(<KeptPage />);
  for (const words of ["45 days", "3 days", "1 day", "10 days", "Set by RETAIN_GUESTS_DAYS", "Looked after every 5 minutes."]) expect(await screen.findByText(words)).toBeDefined();
  expect(screen.getAllByText("No setting")).toHaveLength(4);
});

it("says so where the settings can't be fetched, and tries again", async () => {
  let away = true;
  fakeApi({ "retention.settings": () => { if (away) throw refusal("BUSY"); return settings; } });
  const { user } = renderPage(<KeptPage />);
  const retry = await screen.findByRole("button", { name: "Try again" }, { timeout: 8_000 });
  away = false;
  await user.click(retry);
  expect(await screen.findByText("45 days")).toBeDefined();
});
