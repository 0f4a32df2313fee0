// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeProcedures, fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { ProfilePage } from "./ProfilePage";

const signOut = vi.hoisted(() => vi.fn<(options: { callbackUrl: string }) => void>());
vi.mock("next-auth/react", () => ({ signOut }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));

const me = { userId: "u1", username: "Thu Hà", email: "ha@example.org", roles: ["author"], locale: "en", country: null, timeZone: null, avatar: 7, emailVerified: true, hasPassword: true };
const at = new Date().toISOString();
const sessions = [
  { sessionId: "s1", kind: "pages", device: "Firefox, Windows", createdAt: at, lastSeenAt: at, current: true },
  { sessionId: "s2", kind: "program", device: "curl", createdAt: at, lastSeenAt: at, current: false },
];
const key = { apiKeyId: "k1", name: "Register", start: "qf_abcdef", scopes: ["games:read", "play"], createdAt: at, expiresAt: null, lastUsedAt: null };

const open = async (more: FakeProcedures = {}, account: Partial<typeof me> = {}) => {
  const api = fakeApi({ "account.me": () => ({ ...me, ...account }), "session.list": () => sessions, "apiKey.list": () => [key], ...more });
  const { user } = renderPage(<ProfilePage />);
  await screen.findByRole("heading", { name: "Profile" });
  return { api, user };
};

beforeEach(() => vi.clearAllMocks());

describe("the profile", () => {
  it("is saved as it was written, and the pages follow its language", async () => {
    const { api, user } = await open({ "account.saveProfile": () => null });
    const name = screen.getByRole("textbox", { name: "Your name" });
    await user.clear(name);
    await user.type(name, " Ánh ");
    await user.selectOptions(screen.getByRole("combobox", { name: "Country" }), "VN");
    await user.selectOptions(screen.getByRole("combobox", { name: /Time zone/ }), "Asia/Tokyo");
    await user.selectOptions(screen.getByRole("combobox", { name: /Language/ }), "vi");
    await user.click(screen.getByRole("radio", { name: "Avatar 3" }));
    await user.click(screen.getByRole("button", { name: "Save the profile" }));
    expect(await screen.findByText("Your profile is saved.")).toBeDefined();
    expect(api.inputsOf("account.saveProfile")).toEqual([{ name: "Ánh", locale: "vi", country: "VN", timeZone: "Asia/Tokyo", avatar: (7 + 2 * 37) % 240 }]);
    expect(document.cookie).toContain("quickfire.locale=vi");
    expect(router.refresh).toHaveBeenCalled();
  });

  it("needs a name", async () => {
    const { api, user } = await open();
    await user.clear(screen.getByRole("textbox", { name: "Your name" }));
    await user.click(screen.getByRole("button", { name: "Save the profile" }));
    expect(screen.getByText("Say how you want to be called.")).toBeDefined();
    expect(api.inputsOf("account.saveProfile")).toEqual([]);
  });

  it("asks for the proof of an address that has none", async () => {
    const { user } = await open({ "account.askForProof": () => null }, { emailVerified: false });
    await user.click(screen.getByRole("button", { name: "Send it again" }));
    expect(await screen.findByText("A mail is on its way to ha@example.org.")).toBeDefined();
  });
});

describe("the password", () => {
  it("is changed by who knows it, and says beside the field where they don't", async () => {
    let wrong = true;
    const { api, user } = await open({ "account.changePassword": () => { if (wrong) throw refusal("WRONG_PASSWORD", [{ path: ["current"], message: "" }]); return null; } });
    await user.type(screen.getByLabelText("Password now"), "not it");
    await user.type(screen.getByLabelText("New password"), "short");
    await user.click(screen.getByRole("button", { name: "Change the password" }));
    expect(screen.getByText("A password has at least 8 characters.")).toBeDefined();
    await user.type(screen.getByLabelText("New password"), " and longer");
    await user.click(screen.getByRole("button", { name: "Change the password" }));
    expect(await screen.findByText("This is not your password.")).toBeDefined();
    wrong = false;
    await user.click(screen.getByRole("button", { name: "Change the password" }));
    expect(await screen.findByText(/Your password is changed/)).toBeDefined();
    expect(api.inputsOf("account.changePassword").at(-1)).toEqual({ current: "not it", next: "short and longer" });
  });

  it("that is not there yet is asked for by mail", async () => {
    const { api, user } = await open({ "account.askForPassword": () => null }, { hasPassword: false });
    await user.click(screen.getByRole("button", { name: "Mail me a link to set one" }));
    await waitFor(() => expect(api.inputsOf("account.askForPassword")).toEqual([{ email: "ha@example.org" }]));
  });
});

describe("sessions", () => {
  it("are signed out one by one, but for this one", async () => {
    const { api, user } = await open({ "session.revoke": () => null });
    const list = within(await screen.findByRole("region", { name: "Where you are signed in" }));
    await list.findByText("curl");
    expect(list.getAllByRole("button")).toHaveLength(1);
    await user.click(list.getByRole("button", { name: /^Sign out curl/ }));
    expect(await screen.findByText("curl is signed out.")).toBeDefined();
    expect(api.inputsOf("session.revoke")).toEqual([{ sessionId: "s2" }]);
  });
});

describe("keys", () => {
  it("are made for what was chosen, and shown once", async () => {
    const { api, user } = await open({ "apiKey.create": () => ({ ...key, key: "qf_the-whole-key" }) });
    await user.click(screen.getByRole("button", { name: "New key…" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Make the key" }));
    expect(dialog.getByText("Choose at least one thing that the key may do.")).toBeDefined();
    await user.type(dialog.getByRole("textbox", { name: "Name" }), "Register");
    await user.click(dialog.getByRole("checkbox", { name: "Read games and reports" }));
    await user.selectOptions(dialog.getByRole("combobox"), "");
    await user.click(dialog.getByRole("button", { name: "Make the key" }));
    expect(await screen.findByDisplayValue("qf_the-whole-key")).toBeDefined();
    expect(api.inputsOf("apiKey.create")).toEqual([{ name: "Register", scopes: ["games:read"] }]);
    await user.click(screen.getByRole("button", { name: "I have it" }));
    await waitFor(() => expect(screen.queryByDisplayValue("qf_the-whole-key")).toBeNull());
  });

  it("are revoked after a question", async () => {
    const { api, user } = await open({ "apiKey.revoke": () => null });
    await user.click(await screen.findByRole("button", { name: "Revoke the key Register" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Revoke the key" }));
    expect(await screen.findByText("The key “Register” is revoked.")).toBeDefined();
    expect(api.inputsOf("apiKey.revoke")).toEqual([{ apiKeyId: "k1" }]);
  });
});

describe("one's own data", () => {
  const ask = async (procedures: FakeProcedures, account: Partial<typeof me> = {}) => {
    const { api, user } = await open(procedures, account);
    await user.click(screen.getByRole("button", { name: "Delete my account…" }));
    const dialog = within(await screen.findByRole("dialog"));
    return { api, user, dialog, submit: () => user.click(dialog.getByRole("button", { name: "Delete the account" })) };
  };

  it("can be downloaded as a file", async () => {
    await open();
    expect(screen.getByRole("link", { name: "Download my data" }).getAttribute("href")).toBe("/account/data.json");
  });

  it("is deleted with the password alone, and its owner leaves", async () => {
    let right = false;
    const { api, user, dialog, submit } = await ask({ "ownData.erase": () => { if (!right) throw refusal("WRONG_PASSWORD", [{ path: ["password"], message: "no" }]); return null; } });
    await submit();
    expect(await dialog.findByText("This is not your password.")).toBeDefined();
    expect(api.inputsOf("ownData.erase")).toEqual([]);
    await user.type(dialog.getByLabelText("Your password"), "guess");
    await submit();
    expect(await dialog.findByText("This is not your password.")).toBeDefined();
    expect(signOut).not.toHaveBeenCalled();
    right = true;
    await user.type(dialog.getByLabelText("Your password"), "ed right");
    await submit();
    await waitFor(() => expect(signOut).toHaveBeenCalledWith({ callbackUrl: "/" }));
    expect(api.inputsOf("ownData.erase")).toEqual([{ password: "guess" }, { password: "guessed right" }]);
  });

  it.each([
    ["UNDER_WAY", "A game that you host is running. End it first."],
    ["OWN_ACCESS", "An admin's account can't be deleted. Another admin has to take the role from you first."],
    ["BUSY", "That did not work just now. Try again in a moment."],
  ] as const)("is not deleted where the server says %s, in words", async (code, words) => {
    const { user, dialog, submit } = await ask({ "ownData.erase": () => { throw refusal(code); } });
    await user.type(dialog.getByLabelText("Your password"), "a password");
    await submit();
    expect(await dialog.findByText(words)).toBeDefined();
  });

  it("without a password wants a new sign-in", async () => {
    const { user, dialog, submit } = await ask({ "ownData.erase": () => { throw refusal("SIGN_IN_AGAIN"); } }, { hasPassword: false });
    await submit();
    expect(await dialog.findByText(/Your sign-in is too old/)).toBeDefined();
    await user.click(dialog.getByRole("button", { name: "Sign in again" }));
    expect(signOut).toHaveBeenCalledWith({ callbackUrl: "/signin?next=%2Faccount" });
  });
});
