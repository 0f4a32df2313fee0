import type { FailureCode } from "@quickfire/api";
import { err, ok } from "@quickfire/engine/result";
import { describe, expect, it } from "vitest";
import { fakeApi, refusal } from "../../../test/fake-api";
import { gameId, kwame, snapshot, standing } from "../testing/messages";
import { createHostCommands } from "./host-commands";
import { createLiveApi } from "./live-api";
import type { Audience } from "./live-api.types";

const player = () => createLiveApi({ gameId, audience: "participant", participantToken: "signed" });
const refusing = (reason: FailureCode) => () => { throw refusal(reason); };

describe("the api of a running game", () => {
  it("gives a player's socket a token for the player's own", async () => {
    const api = fakeApi({ "live.token": () => ({ token: "socket", url: "wss://quickfire.example/live" }) });
    expect(await player().fetchToken()).toEqual(ok({ token: "socket", url: "wss://quickfire.example/live" }));
    expect(api.calls).toEqual([["live.token", { gameId, participantToken: "signed", as: "participant" }]]);
    expect(api.authorizations).toEqual(["Bearer signed"]);
  });

  it.each(["host", "screen"] as const)("knows a %s by the page's sign-in alone", async (audience) => {
    const api = fakeApi({ "live.token": () => ({ token: "socket", url: "wss://quickfire.example/live" }) });
    await createLiveApi({ gameId, audience, participantToken: null }).fetchToken();
    expect(api.calls).toEqual([["live.token", { gameId, as: audience }]]);
    expect(api.authorizations).toEqual([null]);
  });

  it.each<[FailureCode, Audience, string]>([
    ["NOT_FOUND", "participant", "UNKNOWN_GAME"],
    ["UNAUTHORIZED", "participant", "NOT_A_PLAYER"],
    ["FORBIDDEN", "participant", "REMOVED"],
    ["NOT_FOUND", "host", "NOT_THE_HOST"],
    ["UNAUTHORIZED", "host", "NOT_THE_HOST"],
    ["FORBIDDEN", "screen", "NOT_THE_HOST"],
    ["ENDED", "host", "ENDED"],
    ["ENDED", "participant", "ENDED"],
    // Worth another try, all of them.
    ["BUSY", "participant", "UNREACHABLE"],
    ["RATE_LIMITED", "host", "UNREACHABLE"],
    ["INTERNAL", "participant", "UNREACHABLE"],
  ])("takes %s to a %s for %s", async (reason, audience, failure) => {
    fakeApi({ "live.token": refusing(reason) });
    expect(await createLiveApi({ gameId, audience, participantToken: audience === "participant" ? "signed" : null }).fetchToken()).toEqual(err(failure));
  });

  it("serves a player over HTTP where sockets are blocked", async () => {
    const state = { id: "e1.4", snapshot: snapshot() };
    const receipt = { questionId: "q-1", actionId: "a-1", accepted: true };
    const page = { items: [standing(kwame, 900, 1)], total: 1 };
    const api = fakeApi({ "live.state": () => state, "live.answer": () => receipt, "live.leaderboard": () => page });
    const submission = { questionId: "q-1", actionId: "a-1", answer: { option: "opt-b" } };
    expect(await player().fetchSnapshot()).toEqual(ok(state));
    expect(await player().submitAnswer(submission)).toEqual(ok(receipt));
    expect(await player().fetchBoardPage()).toEqual(ok(page));
    expect(api.calls).toEqual([
      ["live.state", { gameId, participantToken: "signed" }],
      ["live.answer", submission],
      ["live.leaderboard", { around: "me", limit: 7 }],
    ]);
  });

  it("says of all that fails there that nobody was reached", async () => {
    const api = fakeApi({});
    api.online = false;
    expect(await player().fetchSnapshot()).toEqual(err("UNREACHABLE"));
    expect(await player().submitAnswer({ questionId: "q-1", answer: {} })).toEqual(err("UNREACHABLE"));
    expect(await player().fetchBoardPage()).toEqual(err("UNREACHABLE"));
  });
});

describe("the commands of a host", () => {
  it("name the moment that they were meant for, so that a doubled click moves the game once", async () => {
    const moved = { phase: "question", round: 2, seq: 8 };
    const api = fakeApi({ "game.command": () => moved });
    const commands = createHostCommands(gameId);
    expect(await commands.command("next", { expectedSeq: 7 })).toEqual(ok(moved));
    await commands.command("extend", { expectedSeq: 8, seconds: 10 });
    expect(api.inputsOf("game.command")).toEqual([{ gameId, command: "next", expectedSeq: 7 }, { gameId, command: "extend", expectedSeq: 8, seconds: 10 }]);
  });

  it("remove one player, and say why not", async () => {
    const api = fakeApi({ "game.removeParticipant": refusing("NOT_FOUND") });
    expect(await createHostCommands(gameId).remove(kwame)).toMatchObject({ ok: false, error: { reason: "NOT_FOUND" } });
    expect(api.calls).toEqual([["game.removeParticipant", { gameId, participantId: kwame }]]);
  });
});
