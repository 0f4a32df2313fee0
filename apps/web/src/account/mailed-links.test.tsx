// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { CoHostNote } from "./CoHostNote";
import { ForgotForm } from "./ForgotForm";
import { ProviderButtons } from "./ProviderButtons";
import { ResetForm } from "./ResetForm";
import { VerifyNote } from "./VerifyNote";

const providers = vi.hoisted(() => ({ signIn: vi.fn<(id: string, options: object) => Promise<void>>() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
vi.mock("next-auth/react", () => ({ signIn: providers.signIn }));

beforeEach(() => {
  vi.clearAllMocks();
  sessionStorage.clear();
  window.location.hash = "#a-token";
});

describe("a forgotten password", () => {
  it("is asked for by address, and what is said tells nothing about accounts", async () => {
    const api = fakeApi({ "account.askForPassword": () => null });
    const { user } = renderPage(<ForgotForm />);
    await user.click(screen.getByRole("button", { name: "Send the link" }));
    expect(screen.getByText("Enter your e-mail address.")).toBeDefined();
    await user.type(screen.getByRole("textbox", { name: "E-mail" }), "ha@example.org{Enter}");
    expect(await screen.findByText(/If there is an account with ha@example.org/)).toBeDefined();
    expect(api.inputsOf("account.askForPassword")).toEqual([{ email: "ha@example.org" }]);
  });

  it("says when too many mails were asked for", async () => {
    fakeApi({ "account.askForPassword": () => { throw refusal("RATE_LIMITED"); } });
    const { user } = renderPage(<ForgotForm />);
    await user.type(screen.getByRole("textbox", { name: "E-mail" }), "ha@example.org{Enter}");
    expect(await screen.findByText(/Too many mails/)).toBeDefined();
  });

  it("is set by the link, once", async () => {
    const api = fakeApi({ "account.setPassword": () => ({ email: "ha@example.org" }) });
    const { user } = renderPage(<ResetForm />);
    await user.type(screen.getByLabelText("Password"), "short{Enter}");
    expect(screen.getByText("A password has at least 8 characters.")).toBeDefined();
    await user.type(screen.getByLabelText("Password"), " and longer{Enter}");
    expect(await screen.findByText("Your password is set")).toBeDefined();
    expect(api.inputsOf("account.setPassword")).toEqual([{ token: "a-token", password: "short and longer" }]);
    expect(sessionStorage).toHaveLength(0);
  });

  it("is not set by a link that was used, nor by none", async () => {
    fakeApi({ "account.setPassword": () => { throw refusal("LINK_SPENT"); } });
    const { user, unmount } = renderPage(<ResetForm />);
    await user.type(screen.getByLabelText("Password"), "long enough{Enter}");
    expect(await screen.findByText("This link is no longer good")).toBeDefined();
    unmount();
    sessionStorage.clear();
    window.location.hash = "";
    renderPage(<ResetForm />);
    expect(screen.getByText("This link is no longer good")).toBeDefined();
  });
});

describe("an address", () => {
  it.each([[null, "Your address is proved"], ["LINK_SPENT", "This link is no longer good"], ["BUSY", "That did not work just now"]] as const)("is proved by opening the link (%s)", async (reason, words) => {
    const api = fakeApi({ "account.proveAddress": () => { if (reason) throw refusal(reason); return null; } });
    renderPage(<VerifyNote />);
    expect(await screen.findByText(words)).toBeDefined();
    expect(api.inputsOf("account.proveAddress")).toEqual([{ token: "a-token" }]);
  });
});

describe("an invitation to host together", () => {
  it("leads to the games", async () => {
    fakeApi({ "coHost.accept": () => ({ gameId: "g" }) });
    renderPage(<CoHostNote />);
    await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/games"));
  });

  it("outlives the sign-in on the way", async () => {
    fakeApi({ "coHost.accept": () => { throw refusal("UNAUTHORIZED"); } });
    const { unmount } = renderPage(<CoHostNote />);
    await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/signin?next=%2Fcohost"));
    unmount();
    window.location.hash = "";
    const api = fakeApi({ "coHost.accept": () => ({ gameId: "g" }) });
    renderPage(<CoHostNote />);
    await waitFor(() => expect(api.inputsOf("coHost.accept")).toEqual([{ token: "a-token" }]));
  });

  it.each([["LINK_SPENT", "This invitation is no longer good"], ["FORBIDDEN", "This invitation is for somebody else"], ["TOO_MANY", "There are enough hosts"], ["BUSY", "That did not work just now"]] as const)("says what is wrong after %s", async (reason, words) => {
    fakeApi({ "coHost.accept": () => { throw refusal(reason); } });
    renderPage(<CoHostNote />);
    expect(await screen.findByText(words)).toBeDefined();
  });
});

it("another provider is one press away, and leads back to where somebody was going", async () => {
  const { user } = renderPage(<ProviderButtons providers={[{ id: "oidc", name: "School" }]} next="/games" />);
  await user.click(screen.getByRole("button", { name: "Sign in with School" }));
  expect(providers.signIn).toHaveBeenCalledWith("oidc", { callbackUrl: "/games" });
});
