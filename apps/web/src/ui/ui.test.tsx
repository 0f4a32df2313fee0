// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import ErrorPage from "@/app/error";
import { LanguageSwitch } from "@/i18n/LanguageSwitch";
import { ThemeToggle } from "@/theme/ThemeToggle";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { AnswerPanel, AnswerTile } from "./AnswerTile";
import { TextAreaField } from "./Field";
import { isTyping } from "./is-typing";
import { Skeleton } from "./Skeleton";
import { useToast, type Toast } from "./Toasts";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

function ToastButton({ toast }: { toast: Toast }) {
  const showToast = useToast();
  return <button type="button" onClick={() => showToast(toast)}>Show</button>;
}

describe("a toast", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  it("goes after six seconds", () => {
    renderPage(<ToastButton toast={{ text: "Question 4 deleted" }} />);
    fireEvent.click(screen.getByText("Show"));
    pass(5_999);
    expect(screen.getByText("Question 4 deleted")).toBeDefined();
    pass(1);
    expect(screen.queryByText("Question 4 deleted")).toBeNull();
  });
  it("stays while somebody points at it, and goes afterwards", () => {
    renderPage(<ToastButton toast={{ text: "Question 4 deleted", undo: () => undefined }} />);
    fireEvent.click(screen.getByText("Show"));
    const bar = screen.getByText("Question 4 deleted").parentElement ?? document.body;
    fireEvent.pointerEnter(bar);
    pass(60_000);
    expect(screen.getByText("Question 4 deleted")).toBeDefined();
    fireEvent.pointerLeave(bar);
    pass(6_000);
    expect(screen.queryByText("Question 4 deleted")).toBeNull();
  });
  it("stays while the keyboard is on it", () => {
    renderPage(<ToastButton toast={{ text: "Deleted", undo: () => undefined }} />);
    fireEvent.click(screen.getByText("Show"));
    fireEvent.focus(screen.getByRole("button", { name: "Undo" }));
    pass(60_000);
    fireEvent.blur(screen.getByRole("button", { name: "Undo" }));
    expect(screen.getByText("Deleted")).toBeDefined();
  });
  it("stays for good when it tells of an error", () => {
    renderPage(<ToastButton toast={{ text: "Could not be deleted", tone: "error" }} />);
    fireEvent.click(screen.getByText("Show"));
    pass(600_000);
    expect(screen.getByText("Could not be deleted")).toBeDefined();
  });
});

describe("colours and language", () => {
  it("are chosen by radio buttons, kept in cookies, and shown at once", async () => {
    document.documentElement.dataset.theme = "light";
    const { user } = renderPage(<><ThemeToggle /><LanguageSwitch /></>);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Light" }).checked).toBe(true);
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
    await user.click(screen.getByRole("radio", { name: "As the device" }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
    await user.click(screen.getByRole("radio", { name: "Tiếng Việt" }));
    expect(document.cookie).toContain("quickfire.locale=vi");
    expect(router.refresh).toHaveBeenCalled();
  });
});

describe("an answer tile", () => {
  it("is named by letter, shape and text, and says whether it is chosen", () => {
    renderPage(<><AnswerTile index={4} text="by bus" /><AnswerTile index={1} text="on foot" state="locked" /></>);
    expect(screen.getByRole("button", { name: "E, egg: by bus" }).getAttribute("aria-pressed")).toBe("false");
    expect(screen.getByRole("button", { name: "B, bolt: on foot" }).getAttribute("aria-pressed")).toBe("true");
  });
  it.each(["right", "wrong", "missed"] as const)("carries a sign beside its colour when it is %s", (state) => {
    const { container } = renderPage(<AnswerPanel index={0} text="by bus" state={state} />);
    expect(container.querySelectorAll("svg")).toHaveLength(2);
  });
});

it("a field ties its hint and its error to its control", () => {
  const { rerender } = renderPage(<p />);
  rerender(<TextAreaField label="Text" hint="Short is good" />);
  const field = screen.getByRole("textbox", { name: "Text" });
  expect(document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Short is good");
  rerender(<TextAreaField label="Text" hint="Short is good" error="Write something." />);
  expect(document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Write something.");
  expect(field.getAttribute("aria-invalid")).toBe("true");
});

it("the page of last resort says what is safe, and where to go", async () => {
  const reset = vi.fn<() => void>();
  const { user } = renderPage(<ErrorPage error={Object.assign(new Error("boom"), { digest: "42" })} reset={reset} />);
  expect(screen.getByText("Reference 42")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(reset).toHaveBeenCalledOnce();
});

describe("what is on its way", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  it("says after 5 s that it takes long, and can be tried again after 15 s", () => {
    renderPage(<Skeleton words="Loading the board" />);
    // Toasts have a region of their own on every page.
    expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("Loading the board");
    pass(5_000);
    expect(screen.getByText(/takes longer than usual/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    pass(10_000);
    expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
  });

  it("says at once that there is no connection, and goes back to waiting when there is one", () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    renderPage(<Skeleton words="Loading the board" />);
    expect(screen.getByText(/You are offline/)).toBeDefined();
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event("online")));
    expect(screen.queryByText(/You are offline/)).toBeNull();
  });
});

it("isTyping tells fields from everything else", () => {
  document.body.innerHTML = '<input id="text"><input id="box" type="checkbox"><textarea id="area"></textarea><button id="button"></button>';
  const typing = ["text", "box", "area", "button"].map((id) => isTyping(document.getElementById(id)));
  expect(typing).toEqual([true, false, true, false]);
  expect(isTyping(null)).toBe(false);
  document.body.innerHTML = "";
});
