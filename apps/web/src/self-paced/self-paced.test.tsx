// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { recallPending } from "./attempt-memory";
import { TakePage } from "./TakePage";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

const attemptId = "a0a0a0a0-0000-4000-8000-000000000001";
const questionId = "c0c0c0c0-0000-4000-8000-000000000001";
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const now = () => new Date().toISOString();

const come = (more: object = {}) => ({
  code: "abcdefghjkmn", title: "Past simple", language: "en", questions: 1, deadline: inAnHour(), open: true, serverTime: now(), signedInAs: null, seat: null,
  settings: { attempts: 1, feedback: "question", timeLimits: false, speedWeight: 0, shuffle: false, takers: "anyone" }, ...more,
});
const question = () => ({ questionId, text: "Which is right?", options: ["went", "goed"], optionIds: ["a", "b"], type: "choice", round: 1, rounds: 1, startTime: now(), endTime: inAnHour() });
const view = (more: object = {}) => ({
  attemptId, round: 1, rounds: 1, finished: false, endsAt: inAnHour(), question: question(), last: null, score: 0, reviews: null, timed: false, feedback: "question", scoreDelta: null, serverTime: now(), ...more,
});
const done = () => {
  const review = { question: question(), closed: { questionId, correct: ["a"], tally: { answered: 1, right: 1 } }, answer: { option: "a" }, correct: true, points: 1_000 };
  return view({ finished: true, question: null, last: review, reviews: [review], score: 1_000 });
};
const seat = (attempts: object[] = []) => ({ name: "Ann", signedIn: false, attempts });
const answers = { "attempt.come": () => come(), "attempt.takeUp": () => seat(), "attempt.begin": () => view({ question: null, round: 0 }), "attempt.look": () => view(), "attempt.open": () => view(), "attempt.answer": done };

beforeEach(() => localStorage.clear());

it("brings a guest from a name to the result, known by a key that stays the same", async () => {
  const api = fakeApi(answers);
  const { user } = renderPage(<TakePage code="abcdefghjkmn" />);
  await user.type(await screen.findByLabelText("Your name"), "Ann");
  await user.click(screen.getByRole("button", { name: "Begin" }));
  await user.click(await screen.findByRole("button", { name: /went/ }));
  await screen.findByRole("heading", { name: "Right!" });
  await user.click(screen.getByRole("button", { name: "See your result" }));
  await screen.findByText("1 of 1");
  expect(api.inputsOf("attempt.takeUp")).toMatchObject([{ name: "Ann" }]);
  expect(api.inputsOf("attempt.answer")).toMatchObject([{ questionId, given: { answer: { option: "a" } } }]);
  const keys = new Set(api.calls.map(([, input]) => (input as { key: string }).key));
  expect(keys.size).toBe(1);
  expect([...keys][0]).toMatch(/^[0-9a-f]{64}$/);
});

it("keeps an answer that the network lost, also over a reload, and sends it again by itself", async () => {
  const api = fakeApi({ ...answers, "attempt.come": () => come({ seat: seat([{ attemptId, number: 1, startedAt: now(), result: null }]) }) });
  const first = renderPage(<TakePage code="abcdefghjkmn" />);
  await first.user.click(await screen.findByRole("button", { name: "Go on" }));
  const tile = await screen.findByRole("button", { name: /went/ });
  api.online = false;
  await first.user.click(tile);
  await screen.findByText(/No connection/);
  expect(recallPending(attemptId)).toEqual({ questionId, answer: { option: "a" } });
  first.unmount();

  api.online = true;
  const again = renderPage(<TakePage code="abcdefghjkmn" />);
  await again.user.click(await screen.findByRole("button", { name: "Go on" }));
  await waitFor(() => expect(api.inputsOf("attempt.answer")).toHaveLength(1));
  await screen.findByText("1 of 1");
  expect(recallPending(attemptId)).toBeNull();
});

it("says what is wrong with a name, and that a link leads nowhere", async () => {
  fakeApi({ ...answers, "attempt.takeUp": () => { throw refusal("NAME_TAKEN"); } });
  const { user, unmount } = renderPage(<TakePage code="abcdefghjkmn" />);
  await user.type(await screen.findByLabelText("Your name"), "Ann");
  await user.click(screen.getByRole("button", { name: "Begin" }));
  await screen.findByText("Somebody has this name here. Add something to it.");
  unmount();
  fakeApi({ "attempt.come": () => { throw refusal("NOT_FOUND"); } });
  renderPage(<TakePage code="abcdefghjkmn" />);
  await screen.findByRole("heading", { name: "This link leads nowhere any more" });
});
