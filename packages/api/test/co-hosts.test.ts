import { userIdSchema, gameIdSchema } from "@quickfire/engine";
import { waitFor } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { failureOf } from "../src";
import { present } from "./support/present";
import { openGame } from "./support/quizzes";
import { type Person, useApi } from "./support/use-api";

const api = useApi();
const callerOf = (user: Person) => api().caller({ user });

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    return failureOf(error).code;
  }
}

async function hostedGame() {
  const owner = await api().person("author");
  const game = await openGame(owner);
  return { owner, gameId: gameIdSchema.parse(game.gameId) };
}

async function invite(owner: Person, gameId: ReturnType<typeof gameIdSchema.parse>): Promise<string> {
  const { link } = await callerOf(owner).coHost.invite({ gameId });
  return present(link).split("#")[1] ?? "";
}

describe("a co-host", () => {
  it("is invited by a link, steers the game like its host, sees its report, and finds it among their games", async () => {
    const { owner, gameId } = await hostedGame();
    const friend = await api().person("author");
    expect((await friend.rest.get(`/games/${gameId}`)).status).toBe(404);
    expect(await callerOf(friend).coHost.accept({ token: await invite(owner, gameId) })).toEqual({ gameId });

    expect((await friend.rest.post(`/games/${gameId}/start`)).body).toMatchObject({ phase: "countdown" });
    expect((await callerOf(friend).live.token({ gameId, as: "host" })).token).toBeTruthy();
    expect((await friend.rest.get(`/games/${gameId}/leaderboard`)).status).toBe(200);
    expect((await callerOf(friend).game.list({})).items).toMatchObject([{ gameId, isOwner: false, phase: "countdown" }]);
    expect((await callerOf(owner).game.list({})).items).toMatchObject([{ gameId, isOwner: true, phase: "countdown" }]);
    expect((await friend.rest.post(`/games/${gameId}/end`)).status).toBe(200);
    expect((await friend.rest.get(`/games/${gameId}/report`)).status).toBe(200);
    expect(await callerOf(friend).coHost.list({ gameId })).toMatchObject({ isOwner: false, owner: { userId: owner.userId }, coHosts: [{ userId: friend.userId }] });
  });

  it("comes by a letter that is good for its address alone, and tells nobody whether there is an account", async () => {
    const { owner, gameId } = await hostedGame();
    const [friend, stranger] = [await api().person("author"), await api().person("author")];
    expect(await callerOf(owner).coHost.invite({ gameId, email: friend.email })).toEqual({ link: null });
    expect(await callerOf(owner).coHost.invite({ gameId, email: `${crypto.randomUUID()}@quickfire.test` })).toEqual({ link: null });
    const letter = () => api().letters.find(({ to }) => to === friend.email)?.letter;
    await waitFor(() => letter() !== undefined);
    const sent = present(letter());
    const token = "link" in sent ? (sent.link.split("#")[1] ?? "") : "";
    expect(await codeOf(callerOf(stranger).coHost.accept({ token }))).toBe("FORBIDDEN");
    expect(await codeOf(callerOf(friend).coHost.accept({ token }))).toBe("done");
  });

  it("is one person for each link, also where two open it at once", async () => {
    const { owner, gameId } = await hostedGame();
    const token = await invite(owner, gameId);
    const [one, two] = [await api().person("author"), await api().person("author")];
    expect((await Promise.all([one, two].map((person) => codeOf(callerOf(person).coHost.accept({ token }))))).toSorted()).toEqual(["LINK_SPENT", "done"]);
    expect(await codeOf(callerOf(owner).coHost.accept({ token: await invite(owner, gameId) }))).toBe("done");
    expect((await callerOf(owner).coHost.list({ gameId })).coHosts).toHaveLength(1);
    for (const made of ["made up", "' or 1=1 --"]) expect(await codeOf(callerOf(one).coHost.accept({ token: made }))).toBe("LINK_SPENT");
    expect(await codeOf(callerOf(await api().person("learner")).coHost.accept({ token: await invite(owner, gameId) }))).toBe("FORBIDDEN");
  });

  it("leaves by themselves, is let go by who opened the game alone, and then the game is not there for them", async () => {
    const { owner, gameId } = await hostedGame();
    const [one, two, stranger] = [await api().person("author"), await api().person("author"), await api().person("author")];
    for (const person of [one, two]) await callerOf(person).coHost.accept({ token: await invite(owner, gameId) });
    const remove = (who: Person, whom: Person) => codeOf(callerOf(who).coHost.remove({ gameId, userId: userIdSchema.parse(whom.userId) }));
    expect(await codeOf(callerOf(one).coHost.invite({ gameId }))).toBe("FORBIDDEN");
    expect(await remove(stranger, one)).toBe("NOT_FOUND");
    expect(await remove(one, two)).toBe("FORBIDDEN");
    expect(await remove(one, one)).toBe("done");
    expect(await remove(owner, two)).toBe("done");
    expect(await remove(owner, two)).toBe("NOT_FOUND");
    for (const person of [one, two]) {
      expect((await person.rest.post(`/games/${gameId}/lock`)).status).toBe(404);
      expect(await codeOf(callerOf(person).live.token({ gameId, as: "screen" }))).toBe("NOT_FOUND");
    }
  });
});
