// @vitest-environment jsdom
import type { QuizWorkingCopy } from "@quickfire/engine/quiz";
import { quizWorkingSchema, storeQuiz } from "@quickfire/engine/quiz";
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { EditorPage } from "./EditorPage";
import { createDeviceCopy } from "./saving/device-copy";
import { newId } from "./state/new-id";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

/** One for each test: an editor that is closed still sends what was waiting. */
let quizId = newId();
const draft = {
  title: "Verbs",
  questions: [
    { type: "choice", text: "Yesterday I ___ home.", options: [{ text: "go" }, { text: "went", correct: true }] },
    { type: "typed", text: "Past simple of buy", accepted: ["bought"] },
  ],
};

/** A server that keeps one quiz and counts its revisions. */
function quizServer(start: unknown = draft) {
  const stored = { quiz: storeQuiz(quizWorkingSchema.parse(start), newId) as QuizWorkingCopy, revision: 3 };
  const api = fakeApi({
    "quiz.byId": () => ({ quizId, revision: stored.revision, createdAt: "2026-11-20T10:00:00Z", updatedAt: new Date().toISOString(), quiz: stored.quiz, problems: [] }),
    "quiz.save": ({ revision, quiz, ...asked }: { quizId: string; revision: number; quiz: unknown }) => {
      if (asked.quizId !== quizId) throw refusal("NOT_FOUND");
      if (revision !== stored.revision) throw refusal("STALE");
      stored.quiz = quizWorkingSchema.parse(quiz);
      return { revision: ++stored.revision, savedAt: new Date().toISOString(), problems: [] };
    },
    "quiz.restore": () => null,
    "game.create": () => ({ gameId: newId(), pin: "123456", joinUrl: "http://localhost/join/123456" }),
  });
  /** Somebody else saves. */
  const saveElsewhere = (title: string) => { stored.quiz = { ...stored.quiz, title }; stored.revision += 1; };
  return { api, stored, saveElsewhere };
}

async function openEditor() {
  const page = renderPage(<EditorPage quizId={quizId} />);
  await screen.findByRole("textbox", { name: "Question" });
  return page;
}

const saveNote = (text: RegExp) => screen.findByText(text, { selector: "[role=status]" });
const rows = () => screen.getAllByRole("button", { name: /^Question \d+,/ }).map((row) => row.getAttribute("aria-label"));
const questionField = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Question" });

beforeEach(() => {
  quizId = newId();
  localStorage.clear();
  vi.clearAllMocks();
});

describe("opening a quiz", () => {
  it("shows its questions, and what a player will see of the first", async () => {
    quizServer();
    await openEditor();
    expect(screen.getByRole("heading", { name: "Verbs" })).toBeDefined();
    expect(rows()).toEqual(["Question 1, Choice: Yesterday I ___ home.", "Question 2, Typed answer: Past simple of buy"]);
    const preview = screen.getByRole("complementary", { name: "Preview of the player’s phone" });
    expect(within(preview).getByRole("button", { name: "B, bolt: went" })).toBeDefined();
  });
  it("says so where there is no such quiz", async () => {
    fakeApi({ "quiz.byId": () => { throw refusal("NOT_FOUND"); } });
    renderPage(<EditorPage quizId={quizId} />);
    expect(await screen.findByText("This quiz is not here")).toBeDefined();
  });
  it("offers another try when the server failed", async () => {
    let tries = 0;
    const { stored } = quizServer();
    fakeApi({ "quiz.byId": () => { if (++tries < 2) throw refusal("RATE_LIMITED"); return { quizId, revision: 1, createdAt: "", updatedAt: "", quiz: stored.quiz, problems: [] }; } });
    const { user } = renderPage(<EditorPage quizId={quizId} />);
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "Verbs" })).toBeDefined();
  });
});

describe("writing", () => {
  it("saves what is typed, without being asked", async () => {
    const { stored } = quizServer();
    const { user } = await openEditor();
    await user.type(questionField(), " Right?");
    await saveNote(/^Saving…$/);
    await saveNote(/^Saved$/);
    expect(stored.quiz.questions[0]?.text).toBe("Yesterday I ___ home. Right?");
    // Whoever types slowly is saved in between as well.
    expect(stored.revision).toBeGreaterThanOrEqual(4);
  });

  it("adds a question with N, in the manner of the one before, and scolds it only once it is left", async () => {
    quizServer();
    const { user } = await openEditor();
    await user.click(screen.getByRole("button", { name: /^Question 2,/ }));
    await user.keyboard("n");
    await waitFor(() => expect(rows()[2]).toBe("Question 3, Typed answer: No text yet"));
    await waitFor(() => expect(document.activeElement).toBe(questionField()));
    expect(screen.queryByText("Write the question.")).toBeNull();
    await user.click(screen.getByRole("button", { name: /^Question 1,/ }));
    await user.click(screen.getByRole("button", { name: /^Question 3,/ }));
    expect(await screen.findByText("Write the question.")).toBeDefined();
    expect(questionField().getAttribute("aria-invalid")).toBe("true");
  });

  it("types an n in a field as a letter", async () => {
    quizServer();
    const { user } = await openEditor();
    await user.type(questionField(), "n");
    expect(rows()).toHaveLength(2);
  });

  it("duplicates with Ctrl+D, deletes with a way back, and undoes with Ctrl+Z", async () => {
    quizServer();
    const { user } = await openEditor();
    await user.keyboard("{Control>}d{/Control}");
    await waitFor(() => expect(rows()).toHaveLength(3));
    await user.click(screen.getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    const toast = (await screen.findByText("Question 2 deleted")).parentElement ?? document.body;
    await user.click(within(toast).getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(rows()).toHaveLength(3));
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await waitFor(() => expect(rows()).toHaveLength(3));
  });

  it("moves a question with Alt and the arrows, and says where it went", async () => {
    quizServer();
    const { user } = await openEditor();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() => expect(rows()[1]).toContain("Yesterday"));
    expect(await screen.findByText("Question moved to place 2 of 2")).toBeDefined();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(rows()[1]).toContain("Yesterday");
  });

  it("changes the type and keeps what fits", async () => {
    const { stored } = quizServer();
    const { user } = await openEditor();
    await user.click(screen.getByRole("button", { name: /^Type of question/ }));
    await user.click(await screen.findByRole("menuitemradio", { name: /Typed answer/ }));
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Accepted answer 1" }).value).toBe("went");
    await saveNote(/^Saved$/);
    await waitFor(() => expect(stored.quiz.questions[0]).toMatchObject({ type: "typed", text: "Yesterday I ___ home.", accepted: ["went"] }));
  });

  it("takes time and points from the list, and any other number only when it is valid", async () => {
    const { stored } = quizServer();
    const { user } = await openEditor();
    await user.selectOptions(screen.getByRole("combobox", { name: "Points" }), "2000");
    await user.selectOptions(screen.getByRole("combobox", { name: "Time" }), "other");
    const time = await screen.findByRole("textbox", { name: "Time in seconds" });
    await user.clear(time);
    await user.type(time, "3");
    expect(screen.getByText("A whole number from 5 to 600.")).toBeDefined();
    await user.type(time, "3");
    await saveNote(/^Saved$/);
    await waitFor(() => expect(stored.quiz.questions[0]).toMatchObject({ points: 2_000, timeLimit: 33 }));
  });

  it("takes a picture by its address once the address is whole", async () => {
    const { stored } = quizServer();
    const { user } = await openEditor();
    await user.click(screen.getByText("Picture or sound"));
    const image = screen.getByRole("textbox", { name: "Address of a picture" });
    await user.type(image, "example");
    await user.tab();
    expect(screen.getByText(/has to be a web address/)).toBeDefined();
    await user.type(image, "{Control>}a{/Control}https://example.org/cat.png{Enter}");
    await user.type(await screen.findByRole("textbox", { name: "What the picture shows" }), "A cat");
    await waitFor(() => expect(stored.quiz.questions[0]?.media).toEqual({ image: "https://example.org/cat.png", alt: "A cat" }));
  });

  it("keeps title, level, language and tags in a dialog of their own", async () => {
    const { stored } = quizServer();
    const { user } = await openEditor();
    await user.click(screen.getByRole("button", { name: "Quiz settings" }));
    const dialog = await screen.findByRole("dialog");
    await user.clear(within(dialog).getByRole("textbox", { name: "Title" }));
    expect(await within(dialog).findByText("Give the quiz a title.")).toBeDefined();
    await user.type(within(dialog).getByRole("textbox", { name: "Title" }), "Nouns");
    await user.type(within(dialog).getByRole("textbox", { name: "Description" }), "For Monday");
    await user.type(within(dialog).getByRole("textbox", { name: "Tags" }), "nouns, A2,, nouns");
    await user.selectOptions(within(dialog).getByRole("combobox", { name: "Level" }), "A2");
    await user.selectOptions(within(dialog).getByRole("combobox", { name: "Language of the quiz" }), "vi");
    await user.click(within(dialog).getByRole("button", { name: "Done" }));
    await waitFor(() => expect(stored.quiz).toMatchObject({ title: "Nouns", description: "For Monday", level: "A2", language: "vi", tags: ["nouns", "A2"] }));
  });
});

it("tells its keys to whoever asks with ?", async () => {
  quizServer();
  const { user } = await openEditor();
  await user.keyboard("?");
  const dialog = within(await screen.findByRole("dialog", { name: "Keyboard shortcuts" }));
  expect(dialog.getByText("Duplicate the question")).toBeDefined();
  // A dialog keeps the keys to itself.
  await user.keyboard("n");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(rows()).toHaveLength(2);
});

describe("starting a game", () => {
  it("saves first, then asks how to play", async () => {
    const { api } = quizServer();
    const { user } = await openEditor();
    await user.type(questionField(), "!");
    await user.click(screen.getByRole("button", { name: "Start a game" }));
    await user.click(await screen.findByRole("button", { name: "Open the lobby" }));
    await waitFor(() => expect(router.push).toHaveBeenCalledWith(expect.stringMatching(/^\/games\/.+\/host$/)));
    expect(api.calls.filter(([, input]) => JSON.stringify(input).includes(quizId)).map(([name]) => name)).toEqual(["quiz.byId", "quiz.save", "game.lastSettings", "game.create"]);
  });
  it("leads to what is missing where the quiz is not finished", async () => {
    quizServer({ title: "Verbs", questions: [{ type: "truefalse", text: "Fine", answer: true }, { type: "truefalse", text: "Open" }] });
    const { user } = await openEditor();
    expect(screen.getByRole("button", { name: "Go to question 2" })).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Start a game" }));
    await user.click(await screen.findByRole("button", { name: "Mend it in the editor" }));
    expect(await screen.findByText("Say whether it is true or false.")).toBeDefined();
    expect(questionField().value).toBe("Open");
  });
});

describe("when saving does not work", () => {
  it("keeps the work on this device and sends it when the network is back", async () => {
    const { api, stored } = quizServer();
    const { user } = await openEditor();
    api.online = false;
    await user.type(questionField(), " Offline");
    await saveNote(/^Offline, kept on this device$/);
    expect(createDeviceCopy({ storage: localStorage, quizId, tab: "", now: Date.now }).read()?.quiz.questions[0]?.text).toContain("Offline");
    api.online = true;
    await user.click(screen.getByRole("button", { name: "Try now" }));
    await saveNote(/^Saved$/);
    expect(stored.quiz.questions[0]?.text).toContain("Offline");
  });

  it("says what the server can't take", async () => {
    const { api } = quizServer();
    const { user } = await openEditor();
    fakeApi({ "quiz.save": () => { throw refusal("INVALID", [{ path: ["quiz", "title"], message: "The title is longer than 120 characters." }]); } });
    await user.type(questionField(), "!");
    await saveNote(/^Not saved: This is longer than 120 characters\.$/);
    expect(api.online).toBe(true);
  });

  it.each([["UNAUTHORIZED", /you are signed out/, "Sign in"], ["NOT_FOUND", /deleted elsewhere/, "Bring it back"], ["INTERNAL", /trying again/, "Try now"]] as const)(
    "says what to do after %s",
    async (reason, words, action) => {
      quizServer();
      const { user } = await openEditor();
      fakeApi({ "quiz.save": () => { throw refusal(reason); }, "quiz.restore": () => null });
      await user.type(questionField(), "!");
      await saveNote(words);
      expect(screen.getByText(action).closest("button, a")).not.toBeNull();
    },
  );

  it("brings back what this device kept, where nobody saved since", async () => {
    const { stored } = quizServer();
    const kept = storeQuiz(quizWorkingSchema.parse({ ...draft, title: "Kept" }), newId);
    createDeviceCopy({ storage: localStorage, quizId, tab: "gone", now: Date.now }).keep(kept, 3);
    await openEditor();
    expect(await screen.findByText("Changes kept on this device are back.")).toBeDefined();
    await waitFor(() => expect(stored.quiz.title).toBe("Kept"));
  });
});

describe("two versions", () => {
  async function inConflict() {
    const server = quizServer();
    const { user } = await openEditor();
    server.saveElsewhere("Theirs");
    await user.type(questionField(), " Mine");
    expect(await screen.findByRole("alert", {})).toBeDefined();
    return { ...server, user };
  }

  it("are shown as such, and none is overwritten unasked", async () => {
    const { stored } = await inConflict();
    await saveNote(/changed elsewhere/);
    expect(stored.quiz.title).toBe("Theirs");
    expect(screen.getByText("This quiz was changed elsewhere")).toBeDefined();
  });
  it("become one when the author keeps what is here", async () => {
    const { stored, user } = await inConflict();
    await user.click(screen.getByRole("button", { name: "Keep what is here" }));
    await saveNote(/^Saved$/);
    expect(stored.quiz).toMatchObject({ title: "Verbs", questions: [{ text: "Yesterday I ___ home. Mine" }, {}] });
  });
  it("become one when the author takes the saved one, and undo brings theirs back", async () => {
    const { stored, user } = await inConflict();
    await user.click(screen.getByRole("button", { name: "Take the saved one" }));
    expect(await screen.findByRole("heading", { name: "Theirs" })).toBeDefined();
    await saveNote(/^Saved$/);
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(questionField().value).toContain("Mine"));
    await waitFor(() => expect(stored.quiz.title).toBe("Verbs"));
  });
  it("are noticed at once when this device kept work that was overtaken", async () => {
    const { stored } = quizServer();
    createDeviceCopy({ storage: localStorage, quizId, tab: "gone", now: Date.now }).keep(storeQuiz(quizWorkingSchema.parse({ ...draft, title: "Old" }), newId), 2);
    await openEditor();
    expect(await screen.findByText(/were kept on this device, and the quiz was saved elsewhere since/)).toBeDefined();
    expect(stored.quiz.title).toBe("Verbs");
  });
  it("need no decision where nothing was changed here: the newer one is shown", async () => {
    const { saveElsewhere } = quizServer();
    await openEditor();
    saveElsewhere("Newer");
    window.dispatchEvent(new Event("focus"));
    expect(await screen.findByRole("heading", { name: "Newer" })).toBeDefined();
    expect(await screen.findByText("Updated: this quiz was saved elsewhere.")).toBeDefined();
  });
});
