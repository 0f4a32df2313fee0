// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { newId } from "@/editor/state/new-id";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { FlagPage } from "./FlagPage";
import { ReviewPage } from "./ReviewPage";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

const flagId = newId();
const other = newId();
const flag = (more: Record<string, unknown> = {}) => ({
  flagId, rule: "answers-too-fast", strength: 3, status: "open", revision: 1, foundAt: "2026-11-20T09:31:00Z", decidedAt: null, decidedBy: null, gameId: newId(), title: "Past tense",
  participantId: newId(), name: "Bot", avatar: 7, userId: newId(), userName: "Bob", score: 3_000, takenBack: 0, block: null,
  evidence: { kind: "faster-than-reading", rounds: [1, 2], answered: 3, fastestMs: 3, readingMs: 900 }, ...more,
});
const details = (more: Record<string, unknown> = {}) => ({
  ...flag(more), names: { [other]: "Eve" }, history: [{ action: "block", at: "2026-11-20T09:40:00Z", by: null, details: { endsAt: "2026-11-20T10:40:00Z" } }],
  answers: [{ round: 1, correct: true, timeMs: 3, points: 1_000, takenBack: false }, { round: 2, correct: true, timeMs: 4, points: 900, takenBack: true }],
});

describe("the review list", () => {
  it("says in words what was found, and about whom", async () => {
    fakeApi({ "review.list": () => ({ items: [flag(), flag({ flagId: newId(), name: null, userName: null, strength: 1, rule: "lock-step", evidence: { kind: "lock-step", rounds: [1, 2, 3], others: [], group: 4, apartMs: 12 } })], nextCursor: null }) });
    renderPage(<ReviewPage />);
    const link = await screen.findByRole("link", { name: "Bot" });
    expect(link.getAttribute("href")).toBe(`/admin/review/${flagId}`);
    expect(screen.getByText(/2 of 3 answers were right before the question can be read: the fastest after 0.003 s, where reading takes at least 0.9 s/)).toBeDefined();
    expect(screen.getByText(/4 players gave the same answers to 3 questions, never more than 12 ms apart/)).toBeDefined();
    expect(screen.getByText("Not by hand")).toBeDefined();
    expect(screen.getByRole("link", { name: "Unknown player" })).toBeDefined();
  });

  it("shows what was decided when it is asked to, and says that there is nothing", async () => {
    const api = fakeApi({ "review.list": ({ status }: { status: string }) => ({ items: status === "open" ? [flag()] : [], nextCursor: null }) });
    const { user } = renderPage(<ReviewPage />);
    await screen.findByRole("link", { name: "Bot" });
    await user.click(screen.getByRole("radio", { name: "Confirmed" }));
    expect(await screen.findByText("Nothing was confirmed yet")).toBeDefined();
    expect(api.inputsOf("review.list")).toContainEqual({ status: "confirmed", limit: 30 });
  });
});

describe("a flag", () => {
  it("tells who else played a part, which answers it is about, and what was done", async () => {
    fakeApi({ "review.byId": () => details() });
    renderPage(<FlagPage flagId={flagId} />);
    expect(await screen.findByRole("heading", { name: "Bot", level: 1 })).toBeDefined();
    expect(screen.getByText("Together with: Eve")).toBeDefined();
    const rows = within(screen.getByRole("table")).getAllByRole("row").slice(1).map((row) => row.textContent);
    expect(rows).toEqual(["1Right0.003 s1,000", "2Right0.004 s900 taken back"]);
    expect(screen.getByText(/^Blocked, until/)).toBeDefined();
    expect(screen.getByText(/by a rule/)).toBeDefined();
  });

  it("blocks for the time that was chosen, on the state that was seen", async () => {
    const api = fakeApi({ "review.byId": () => details({ revision: 4 }), "review.block": () => ({ endsAt: null }) });
    const { user } = renderPage(<FlagPage flagId={flagId} />);
    await user.click(await screen.findByRole("button", { name: "Block…" }));
    const dialog = within(screen.getByRole("dialog", { name: "Block Bob" }));
    await user.selectOptions(dialog.getByLabelText("How long"), "For good");
    await user.click(dialog.getByRole("button", { name: "Block" }));
    await waitFor(() => expect(api.inputsOf("review.block")).toEqual([{ flagId, revision: 4, minutes: null }]));
    expect(await screen.findByText("Done.")).toBeDefined();
  });

  it("takes back the points that are left, once that was confirmed", async () => {
    const api = fakeApi({ "review.byId": () => details(), "review.takeBack": () => ({ points: 1_000 }) });
    const { user } = renderPage(<FlagPage flagId={flagId} />);
    await user.click(await screen.findByRole("button", { name: "Take the points back" }));
    await user.click(screen.getByRole("button", { name: "Take 1,000 points back" }));
    await waitFor(() => expect(api.inputsOf("review.takeBack")).toEqual([{ flagId, revision: 1 }]));
  });

  it("says that somebody else was first, and looks again", async () => {
    const api = fakeApi({ "review.byId": () => details(), "review.clear": () => { throw refusal("STALE"); } });
    const { user } = renderPage(<FlagPage flagId={flagId} />);
    await user.click(await screen.findByRole("button", { name: "Clear: it was nothing" }));
    expect(await screen.findByText("Somebody else has decided in the meantime. Look again.")).toBeDefined();
    await waitFor(() => expect(api.inputsOf("review.byId").length).toBeGreaterThan(1));
  });

  it("lifts a block that stands", async () => {
    const blockId = newId();
    const api = fakeApi({ "review.byId": () => details({ block: { blockId, subject: {}, startedAt: "2026-11-20T09:40:00Z", endsAt: null, automatic: true } }), "review.lift": () => null });
    const { user } = renderPage(<FlagPage flagId={flagId} />);
    expect(await screen.findByText("Blocked for good")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Lift the block" }));
    await waitFor(() => expect(api.inputsOf("review.lift")).toEqual([{ blockId }]));
  });

  it("is not there for who asks for another", async () => {
    fakeApi({ "review.byId": () => { throw refusal("NOT_FOUND"); } });
    renderPage(<FlagPage flagId="nonsense" />);
    expect(await screen.findByText("This is not on the list")).toBeDefined();
  });
});
