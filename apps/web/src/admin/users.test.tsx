// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { type FakeProcedures, fakeApi, refusal } from "../../test/fake-api";
import { renderPage } from "../../test/render-page";
import { router } from "../../test/router";
import { UsersPage } from "./UsersPage";

vi.mock("next/navigation", () => ({ useRouter: () => router }));

const at = new Date().toISOString();
const person = (userId: string, name: string, more: Record<string, unknown> = {}) => ({
  userId, name, email: `${userId}@example.org`, roles: ["author"], avatar: 1, emailVerified: true, disabledAt: null, createdAt: at, lastSeenAt: at, ...more,
});
const everybody = [person("me", "Admin", { roles: ["admin"] }), person("mai", "Mai"), person("zoe", "Zoe", { disabledAt: at, emailVerified: false, lastSeenAt: null, roles: [] })];

async function open(more: FakeProcedures = {}) {
  const api = fakeApi({ "account.me": () => ({ userId: "me", username: "Admin", roles: ["admin"], avatar: 1 }), "user.list": () => ({ items: everybody, nextCursor: null }), ...more });
  const { user } = renderPage(<UsersPage />);
  await screen.findByText("Mai");
  const menuOf = async (name: string) => user.click(screen.getByRole("button", { name: `More for ${name}` }));
  return { api, user, menuOf };
}

describe("an admin's users", () => {
  it("are found by words, role and state", async () => {
    const { api, user } = await open();
    await user.type(screen.getByRole("searchbox", { name: "Search users" }), "mai{Enter}");
    await user.selectOptions(screen.getByRole("combobox", { name: "Role" }), "author");
    await user.selectOptions(screen.getByRole("combobox", { name: "State" }), "false");
    await waitFor(() => expect(api.inputsOf("user.list").at(-1)).toEqual({ limit: 50, search: "mai", role: "author", disabled: false }));
  });

  it("get roles from what the admin saw, and a change in between is told", async () => {
    let stale = true;
    const { api, user, menuOf } = await open({ "user.setRoles": () => { if (stale) throw refusal("STALE"); return null; } });
    for (const words of ["Somebody changed this account meanwhile. Look again, then decide.", "The roles of Mai are changed."]) {
      await menuOf("Mai");
      await user.click(await screen.findByRole("menuitem", { name: "Change roles…" }));
      const dialog = within(await screen.findByRole("dialog"));
      await user.click(dialog.getByRole("checkbox", { name: "Learner" }));
      await user.click(dialog.getByRole("button", { name: "Save the roles" }));
      expect(await screen.findByText(words)).toBeDefined();
      stale = false;
    }
    expect(api.inputsOf("user.setRoles")[0]).toEqual({ userId: "mai", roles: ["author", "learner"], seen: ["author"] });
  });

  it("are disabled after a question, and enabled without one", async () => {
    const { api, user, menuOf } = await open({ "user.setDisabled": () => null });
    await menuOf("Mai");
    await user.click(await screen.findByRole("menuitem", { name: "Disable…" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Disable the account" }));
    expect(await screen.findByText("Mai is disabled and signed out.")).toBeDefined();
    await menuOf("Zoe");
    await user.click(await screen.findByRole("menuitem", { name: "Enable" }));
    expect(await screen.findByText("Zoe may sign in again.")).toBeDefined();
    expect(api.inputsOf("user.setDisabled")).toEqual([{ userId: "mai", disabled: true }, { userId: "zoe", disabled: false }]);
  });

  it("can't take the own role or the own sign-in", async () => {
    const { user, menuOf } = await open();
    await menuOf("Admin");
    expect((await screen.findByRole("menuitem", { name: "Disable…" })).getAttribute("aria-disabled")).toBe("true");
    await user.click(screen.getByRole("menuitem", { name: "Change roles…" }));
    expect(within(await screen.findByRole("dialog")).getByRole<HTMLInputElement>("checkbox", { name: "Admin" }).disabled).toBe(true);
  });

  it("that nobody is like are said to be none, and trouble is said to be trouble", async () => {
    fakeApi({ "user.list": () => ({ items: [], nextCursor: null }) });
    renderPage(<UsersPage />);
    expect(await screen.findByText("No account fits the search.")).toBeDefined();
  });
});
