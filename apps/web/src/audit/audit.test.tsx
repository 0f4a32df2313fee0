// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { newId } from "@/editor/state/new-id";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { AuditPage } from "./AuditPage";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

const gameId = newId();
const event = (more: Record<string, unknown> = {}) => ({
  eventId: newId(), at: "2026-11-20T09:31:00Z", type: "SCORE_CHANGED", action: "answer", gameId, title: "Past tense", round: 2, participantId: newId(), name: "Zoë", userId: null, userName: null, by: null, details: null,
  oldScore: 900, newScore: 1_800, ip: "203.0.113.7", userAgent: "a browser", ...more,
});

it("shows who, what, when and from where, and offers the same as a file", async () => {
  const api = fakeApi({ "audit.search": () => ({ items: [event(), event({ type: "SOMETHING_NEW", oldScore: null, newScore: null, round: null, ip: null, name: null })], nextCursor: null }) });
  const { user } = renderPage(<AuditPage gameId={gameId} />);
  const [first, second] = (await within(await screen.findByRole("table")).findAllByRole("row")).slice(1);
  expect(first?.textContent).toMatch(/Zoë.*Score changed.*question 2.*900 → 1,800.*Past tense.*203\.0\.113\.7.*a browser/);
  expect(second?.textContent).toContain("Other");
  expect(screen.getByRole("link", { name: "These as CSV" }).getAttribute("href")).toBe(`/admin/audit.csv?gameId=${gameId}&topic=scores`);
  await user.type(screen.getByLabelText("Player’s name"), "Zo");
  await user.selectOptions(screen.getByLabelText("What"), "Everything in games");
  await user.click(screen.getByRole("button", { name: "Find" }));
  await vi.waitFor(() => expect(api.inputsOf("audit.search")).toContainEqual({ gameId, name: "Zo", limit: 50 }));
});

it("refuses what is no game's id before it is sent, and says when nothing fits or can be read", async () => {
  let broken = false;
  const api = fakeApi({ "audit.search": () => { if (broken) throw refusal("RATE_LIMITED"); return { items: [], nextCursor: null }; } });
  const { user } = renderPage(<AuditPage gameId="" />);
  expect(await screen.findByText("Nothing fits")).toBeDefined();
  await user.type(screen.getByLabelText("Game’s id"), "483920");
  await user.click(screen.getByRole("button", { name: "Find" }));
  expect(screen.getByText("This is not a game’s id.")).toBeDefined();
  expect(api.inputsOf("audit.search")).toHaveLength(1);
  broken = true;
  await user.clear(screen.getByLabelText("Game’s id"));
  await user.type(screen.getByLabelText("Address"), "203.0.113.7");
  await user.click(screen.getByRole("button", { name: "Find" }));
  expect(await screen.findByText("The audit could not be read")).toBeDefined();
});

it("tells of decisions who made them, about whom, and what they were", async () => {
  const decision = (more: Record<string, unknown>) => event({ type: "DECISION", gameId: null, title: null, round: null, participantId: null, name: null, userName: "Minh", oldScore: null, newScore: null, by: "Ann", details: {}, ...more });
  fakeApi({ "audit.search": () => ({ items: [
    decision({ action: "roles", details: { from: "learner", to: "learner, author" } }),
    decision({ action: "block", details: { endsAt: null }, by: null }),
    event({ type: "POINTS_TAKEN_BACK", action: "points-taken-back", round: null, oldScore: 5_000, newScore: 3_000 }),
  ], nextCursor: null }) });
  renderPage(<AuditPage gameId="" />);
  const rows = (await within(await screen.findByRole("table")).findAllByRole("row")).slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/Minh.*Roles changed.*Learner → Learner, Author, by Ann/), expect.stringMatching(/Minh.*Blocked.*for good, automatically/), expect.stringMatching(/Points taken back.*5,000 → 3,000/),
  ]);
});

it("keeps the rarer fields back where there is little room, says how many of them are filled, and shows them when one is wrong", async () => {
  fakeApi({ "audit.search": () => ({ items: [], nextCursor: null }) });
  const { user } = renderPage(<AuditPage gameId={gameId} />);
  const more = screen.getByRole("button", { name: "Narrowed by 1 field" });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  await user.type(screen.getByLabelText("Game’s id"), "x");
  await user.click(screen.getByRole("button", { name: "Find" }));
  expect(more.getAttribute("aria-expanded")).toBe("true");
});
