import type { GameId } from "@quickfire/engine";
import type { AnswerReceipt } from "@quickfire/realtime";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { failureOf } from "../src";
import { type LiveServices, type ReceivedAnswer, submitAnswer } from "../src/game";
import { present } from "./support/present";
import { joinAs, openGame } from "./support/quizzes";
import { useApi } from "./support/use-api";

const api = useApi();

const codeOf = (call: Promise<unknown>) => call.then(() => "nothing", (error: unknown) => (error instanceof TRPCError ? failureOf(error).code : error));

async function openWithPlayer() {
  const author = await api().person("author");
  const game = await openGame(author);
  const gameId = present(await api().services.store.find(game.gameId)).facts.gameId;
  return { author, gameId, mai: await joinAs(api(), game.pin, "Mai") };
}

describe("the ticket for a socket", () => {
  it("is for what the caller is: player, host or big screen", async () => {
    const { author, gameId, mai } = await openWithPlayer();
    const { socket } = api().services.tokens;
    const asPlayer = await api().caller().live.token({ gameId, as: "participant", participantToken: mai.token });
    expect(await socket.read(asPlayer.token)).toEqual({ role: "participant", gameId, participantId: mai.participantId });
    for (const role of ["host", "screen"] as const) {
      const { token } = await api().caller({ user: author }).live.token({ gameId, as: role });
      expect(await socket.read(token)).toEqual({ role, gameId, userId: author.userId, sessionId: author.sessionId });
    }
  });

  it("is not for strangers, nor for players of another game", async () => {
    const [here, there] = [await openWithPlayer(), await openWithPlayer()];
    const { gameId } = here;
    const { caller } = api();
    expect(await codeOf(caller().live.token({ gameId, as: "participant" }))).toBe("UNAUTHORIZED");
    expect(await codeOf(caller().live.token({ gameId, as: "participant", participantToken: there.mai.token }))).toBe("UNAUTHORIZED");
    expect(await codeOf(caller().live.token({ gameId, as: "participant", participantToken: "forged" }))).toBe("UNAUTHORIZED");
    expect(await codeOf(caller().live.token({ gameId, as: "host" }))).toBe("UNAUTHORIZED");
    expect(await codeOf(caller({ user: there.author }).live.token({ gameId, as: "host" }))).toBe("NOT_FOUND");
    expect(await codeOf(caller({ user: there.author }).live.token({ gameId, as: "screen" }))).toBe("NOT_FOUND");
    expect(await codeOf(caller().live.state({ gameId }))).toBe("UNAUTHORIZED");
    expect(await codeOf(caller({ user: there.author }).live.state({ gameId }))).toBe("NOT_FOUND");
  });

  it("is not for those whom the host removed", async () => {
    const { author, gameId, mai } = await openWithPlayer();
    await author.rest.delete(`/games/${gameId}/participants/${mai.participantId}`);
    expect(await codeOf(api().caller().live.token({ gameId, as: "participant", participantToken: mai.token }))).toBe("FORBIDDEN");
  });
});

describe("an answer whose fate nobody knows", () => {
  const fails = (error: Error): LiveServices["answers"] => ({ submit: (_gameId, _answer, _told, failed) => failed(error) });
  const submitThrough = (answers: LiveServices["answers"], answer: ReceivedAnswer) =>
    new Promise<AnswerReceipt>((told, failed) => submitAnswer({ ...api().services, answers }, answer, told, failed));
  const received = (gameId: GameId, participantId: string) => ({
    gameId, participantId: participantId as never, submission: { questionId: "q", selectedOption: 0, actionId: "a" }, receivedAt: 0, origin: { ip: null, userAgent: null },
  });

  it("is refused with BUSY when Redis can't be asked, so that it is sent again", async () => {
    const { gameId, mai } = await openWithPlayer();
    const receipt = await submitThrough(fails(Object.assign(new Error("away"), { retryable: true })), received(gameId, mai.participantId));
    expect(receipt.result).toEqual({ questionId: "q", actionId: "a", accepted: false, reason: "BUSY", retryAfterMs: 1_000 });
  });

  it("is not called busy when the fault is ours", async () => {
    const { gameId, mai } = await openWithPlayer();
    await expect(submitThrough(fails(new Error("a bug")), received(gameId, mai.participantId))).rejects.toThrow("a bug");
  });
});
