// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { signIn } from "next-auth/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { CodeCard } from "./CodeCard";
import { RefusedSignIn } from "./RefusedSignIn";
import { SignInForm } from "./SignInForm";
import { SignUpForm } from "./SignUpForm";

vi.mock("next/navigation", () => ({ useRouter: () => router }));
vi.mock("next-auth/react", () => ({ signIn: vi.fn<typeof signIn>() }));

const answer = (error: string | null) => ({ error: error ?? undefined, code: undefined, status: error ? 401 : 200, ok: error === null, url: null });
const goTo = vi.fn<(url: string) => void>();

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal("location", { ...window.location, pathname: "/signin", search: "", assign: goTo });
});

async function fill(user: ReturnType<typeof renderPage>["user"], { name, email = "huong@example.org", password = "correct horse" }: { name?: string; email?: string; password?: string } = {}) {
  if (name) await user.type(screen.getByRole("textbox", { name: "Your name" }), name);
  await user.type(screen.getByRole("textbox", { name: "E-mail" }), email);
  await user.type(screen.getByLabelText("Password"), password);
}

describe("signing in", () => {
  it("goes on to where somebody was stopped", async () => {
    vi.mocked(signIn).mockResolvedValue(answer(null) as never);
    const { user } = renderPage(<SignInForm next="/quizzes/1/edit" />);
    await fill(user);
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(goTo).toHaveBeenCalledWith("/quizzes/1/edit"));
    expect(signIn).toHaveBeenCalledWith("credentials", { email: "huong@example.org", password: "correct horse", redirect: false });
  });
  it.each([
    ["CredentialsSignin", "This e-mail address and password do not belong together."],
    ["RATE_LIMITED", "Too many tries. Wait a minute, then try again."],
    ["BUSY", "Signing in did not work just now. Try again in a moment."],
  ])("says the same to everyone after %s", async (error, words) => {
    vi.mocked(signIn).mockResolvedValue(answer(error) as never);
    const { user } = renderPage(<SignInForm next="/library" />);
    await fill(user);
    await user.keyboard("{Enter}");
    expect(await screen.findByText(words)).toBeDefined();
    expect(goTo).not.toHaveBeenCalled();
  });
  it.each([
    ["BLOCKED 2031-05-04T10:00:00.000Z", /This account is blocked until .*2031/],
    ["BLOCKED for good", /^This account is blocked\./],
  ])("says the same to whoever is %s, by a password or by another provider", async (error, words) => {
    vi.mocked(signIn).mockResolvedValue(answer(error) as never);
    const { user } = renderPage(<SignInForm next="/library" />);
    await fill(user);
    await user.keyboard("{Enter}");
    expect(await screen.findByText(words)).toBeDefined();
    renderPage(<RefusedSignIn error={error} />);
    expect(screen.getAllByText(words)).toHaveLength(2);
  });
  it.each([["UNVERIFIED", /does not vouch/], ["DISABLED", /may not sign in/], ["OAuthCallback", /did not work/]])("says why another provider's word was not enough: %s", (error, words) => {
    renderPage(<RefusedSignIn error={error} />);
    expect(screen.getByText(words)).toBeDefined();
  });
  it("survives a dead network", async () => {
    vi.mocked(signIn).mockRejectedValue(new TypeError("Failed to fetch"));
    const { user } = renderPage(<SignInForm next="/library" />);
    await fill(user);
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/did not work just now/)).toBeDefined();
  });
  it("names what is missing beside its field, and brings the cursor there", async () => {
    const { user } = renderPage(<SignInForm next="/library" />);
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(screen.getByText("Enter your e-mail address.")).toBeDefined();
    expect(screen.getByText("Enter your password.")).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "E-mail" }));
    expect(signIn).not.toHaveBeenCalled();
  });
  it("checks a field when it is left, and while it is mended", async () => {
    const { user } = renderPage(<SignInForm next="/library" />);
    const email = screen.getByRole("textbox", { name: "E-mail" });
    await user.type(email, "huong@");
    expect(email.getAttribute("aria-invalid")).toBeNull();
    await user.tab();
    expect(screen.getByText("This is not an e-mail address.")).toBeDefined();
    await user.type(email, "example.org");
    expect(screen.queryByText("This is not an e-mail address.")).toBeNull();
  });
  it("shows the password to who wants to see it", async () => {
    const { user } = renderPage(<SignInForm next="/library" />);
    await user.click(screen.getByRole("button", { name: "Show the password" }));
    expect(screen.getByLabelText<HTMLInputElement>("Password").type).toBe("text");
    await user.click(screen.getByRole("button", { name: "Hide the password" }));
    expect(screen.getByLabelText<HTMLInputElement>("Password").type).toBe("password");
  });
});

describe("making an account", () => {
  it("registers, signs in and goes on", async () => {
    const api = fakeApi({ "account.register": () => ({}) });
    vi.mocked(signIn).mockResolvedValue(answer(null) as never);
    const { user } = renderPage(<SignUpForm next="/library" />);
    await fill(user, { name: " Hương Lê " });
    await user.click(screen.getByRole("button", { name: "Make the account" }));
    await waitFor(() => expect(goTo).toHaveBeenCalledWith("/library"));
    expect(api.inputsOf("account.register")).toEqual([{ name: "Hương Lê", email: "huong@example.org", password: "correct horse", locale: "en" }]);
  });
  it("leads to the sign-in where the account was made but signing in failed", async () => {
    fakeApi({ "account.register": () => ({}) });
    vi.mocked(signIn).mockResolvedValue(answer("BUSY") as never);
    const { user } = renderPage(<SignUpForm next="/library" />);
    await fill(user, { name: "Hương" });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(goTo).toHaveBeenCalledWith("/signin?next=%2Flibrary"));
  });
  it("says beside the address that it has an account", async () => {
    fakeApi({ "account.register": () => { throw refusal("EMAIL_TAKEN"); } });
    const { user } = renderPage(<SignUpForm next="/library" />);
    await fill(user, { name: "Hương" });
    await user.keyboard("{Enter}");
    expect(await screen.findByText("There is an account with this e-mail address.")).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "E-mail" }));
  });
  it("puts what the server found beside its field", async () => {
    fakeApi({ "account.register": () => { throw refusal("INVALID", [{ path: ["name"], message: "" }, { path: ["email"], message: "" }, { path: ["password"], message: "" }]); } });
    const { user } = renderPage(<SignUpForm next="/library" />);
    await fill(user, { name: "Hương" });
    await user.keyboard("{Enter}");
    expect(await screen.findByText("A name has at most 80 characters.")).toBeDefined();
    expect(screen.getByText("A password has at least 8 characters.")).toBeDefined();
  });
  it.each([["RATE_LIMITED", /Too many accounts/], ["BUSY", /could not be made just now/]] as const)("says what to do after %s", async (reason, words) => {
    fakeApi({ "account.register": () => { throw refusal(reason); } });
    const { user } = renderPage(<SignUpForm next="/library" />);
    await fill(user, { name: "Hương" });
    await user.keyboard("{Enter}");
    expect(await screen.findByText(words)).toBeDefined();
  });
});

describe("a player at the wrong door", () => {
  it("gets to the game with the code, however it is spaced", async () => {
    const { user } = renderPage(<CodeCard />);
    await user.type(screen.getByRole("textbox", { name: "Game code" }), "482 913{Enter}");
    expect(router.push).toHaveBeenCalledWith("/join/482913");
  });
  it("is told what a code looks like", async () => {
    const { user } = renderPage(<CodeCard />);
    await user.type(screen.getByRole("textbox", { name: "Game code" }), "4829");
    await user.click(screen.getByRole("button", { name: "Join" }));
    expect(screen.getByText("A code has six digits.")).toBeDefined();
    expect(router.push).not.toHaveBeenCalled();
  });
});
