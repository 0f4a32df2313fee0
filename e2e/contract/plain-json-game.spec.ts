import { expect, test } from "@playwright/test";
import { PlainPlayer } from "../support/plain-player";
import { RestClient } from "../support/rest-client";
import { sampleQuiz } from "../support/sample-quiz";
import { demo } from "../support/stack";

type Join = { quizId: string; participantId: string; token: string; wsUrl: string };
type Moved = { phase: string; round: number; seq: number };

async function openGame(settings: Record<string, unknown> = {}, quiz: unknown = sampleQuiz()) {
  const author = await RestClient.signIn(demo.author, demo.password);
  const created = await author.post<{ id: string }>("/quizzes", quiz);
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  const game = await author.post<{ gameId: string; pin: string; joinUrl: string }>("/games", { quizId: created.body.id, settings });
  expect(game.status, JSON.stringify(game.body)).toBe(201);
  return { author, ...game.body };
}

async function join(pin: string, participantName: string): Promise<Join> {
  const joined = await new RestClient().post<Join>(`/quizzes/${pin}/join`, { participantName });
  expect(joined.status, JSON.stringify(joined.body)).toBe(201);
  return joined.body;
}

test.describe("a game by the public contract alone", () => {
  test("three players answer every kind of question and end with the scores that the formula gives", async () => {
    const { author, gameId, pin } = await openGame({ speedWeight: 0, countdown: 1 });
    const joins = await Promise.all(["Ánh Tuyết", "Kwame", "Zoë"].map((name) => join(pin, name)));
    const players = await Promise.all(joins.map((each) => PlainPlayer.open(each)));
    const [first, second, third] = players as [PlainPlayer, PlainPlayer, PlainPlayer];

    const snapshot = await first.next("snapshot");
    expect(snapshot.payload).toMatchObject({ phase: "lobby", paused: false, round: 0, rounds: 4 });
    expect(snapshot.id).toMatch(/^.+\..+$/);

    let moved = await author.post<Moved>(`/games/${gameId}/start`);
    expect(moved.status).toBe(200);

    const right: Record<string, Record<string, unknown>> = {
      choice: { selectedOption: "run" },
      truefalse: { selectedOption: 0 },
      typed: { answer: { text: " Went. " } },
    };
    for (let round = 1; round <= 4; round += 1) {
      const question = (await first.next("new_question", (payload) => payload["round"] === round)).payload as {
        questionId: string; type: string; options: string[]; optionIds: string[]; startTime: string; endTime: string;
      };
      expect(JSON.stringify(question)).not.toMatch(/correct|accepted/);
      await until(question.startTime);
      const multiple = { answer: { options: [question.optionIds[0], question.optionIds[2]] } };
      first.send("answer_submission", { questionId: question.questionId, answeredAt: new Date().toISOString(), actionId: `one-${round}`, ...(right[question.type] ?? multiple) });
      second.send("answer_submission", { questionId: question.questionId, answeredAt: 0, ...(question.type === "multiple" ? { answer: { options: [question.optionIds[0]] } } : right[question.type]) });
      const wrong = question.type === "typed" ? { answer: { text: "goed" } } : question.type === "multiple" ? { answer: { options: [question.optionIds[1]] } } : { selectedOption: question.options.length - 1 };
      third.send("answer_submission", { questionId: question.questionId, answeredAt: "now", ...wrong });

      const receipt = await first.next("answer_result", (payload) => payload["questionId"] === question.questionId);
      expect(receipt.payload).toMatchObject({ accepted: true, actionId: `one-${round}` });
      expect(receipt.payload).not.toHaveProperty("score");
      expect(receipt.payload).not.toHaveProperty("correct");

      const closed = await first.next("question_closed", (payload) => payload["questionId"] === question.questionId);
      expect(closed.payload["tally"]).toMatchObject({ answered: 3 });
      await first.next("your_standing", (payload) => payload["questionId"] === question.questionId);

      moved = await author.post<Moved>(`/games/${gameId}/next`);
      expect(moved.body.phase, JSON.stringify(moved.body)).toBe("standings");
      moved = await author.post<Moved>(`/games/${gameId}/next`);
      expect(moved.body.phase).toBe(round < 4 ? "countdown" : "podium");
    }
    moved = await author.post<Moved>(`/games/${gameId}/next`);
    expect(moved.body.phase).toBe("ended");

    const ended = await third.next("quiz_ended");
    // Speed counts for nothing here: 1000 + 1100 + 600 + 1300 with the streak bonus; half of `multiple` breaks the second player's streak.
    expect(ended.payload["finalLeaderboard"]).toEqual([
      { participantId: first.participantId, name: "Ánh Tuyết", score: 4_000, rank: 1 },
      { participantId: second.participantId, name: "Kwame", score: 3_100, rank: 2 },
      { participantId: third.participantId, name: "Zoë", score: 0, rank: 3 },
    ]);
    for (const player of players) expect((await player.closed).code).toBe(1000);

    await expect.poll(async () => (await author.get<{ participants: unknown[] }>(`/games/${gameId}/report`)).body.participants?.length).toBe(3);
    const report = await author.get<{ participants: { name: string; score: number; right: number }[]; questions: { answered: number; right: number }[] }>(`/games/${gameId}/report`);
    expect(report.body.participants.map(({ name, score }) => [name, score])).toEqual([["Ánh Tuyết", 4_000], ["Kwame", 3_100], ["Zoë", 0]]);
    expect(report.body.questions.map(({ answered }) => answered)).toEqual([3, 3, 3, 3]);
  });

  test("a cut socket resumes from the last event it saw, with no gap and no double", async () => {
    const { author, gameId, pin } = await openGame({ countdown: 0 });
    const [me, other] = await Promise.all([join(pin, "Mai"), join(pin, "Tariq")]);
    const stayed = await PlainPlayer.open(other);
    const before = await PlainPlayer.open(me);
    await before.next("snapshot");
    await author.post(`/games/${gameId}/start`);
    const question = await before.next("new_question");
    const seen = before.lastEventId();
    before.cut();

    stayed.send("answer_submission", { questionId: question.payload["questionId"], selectedOption: 0, answeredAt: 0 });
    await author.post(`/games/${gameId}/reveal`);
    await stayed.next("question_closed");
    const again = await PlainPlayer.open(me, seen);
    await again.next("question_closed");
    await author.post(`/games/${gameId}/end`);
    await Promise.all([again.next("quiz_ended"), stayed.next("quiz_ended")]);

    const told = (player: PlainPlayer) => player.messages.filter((message) => message.id && message.type !== "snapshot" && message.type !== "your_standing").map((message) => `${message.id} ${message.type}`);
    const all = [...told(before), ...told(again)];
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(told(stayed).slice(-all.length));
  });

  test("a repeat gets the first receipt, a different second answer says so, a late one is told", async () => {
    const { author, gameId, pin } = await openGame({ countdown: 0, closeWhenAllAnswered: false });
    const player = await PlainPlayer.open(await join(pin, "Emre"));
    await author.post(`/games/${gameId}/start`);
    const question = await player.next("new_question");
    const questionId = question.payload["questionId"];
    await until(String(question.payload["startTime"]));

    player.send("answer_submission", { questionId, selectedOption: 0, answeredAt: 0, actionId: "a" });
    await player.next("answer_result", (payload) => payload["actionId"] === "a" && payload["accepted"] === true);
    player.send("answer_submission", { questionId, selectedOption: 0, answeredAt: 0, actionId: "b" });
    expect((await player.next("answer_result", (payload) => payload["actionId"] === "b")).payload).toMatchObject({ accepted: true, repeated: true });
    player.send("answer_submission", { questionId, selectedOption: 1, answeredAt: 0, actionId: "c" });
    expect((await player.next("answer_result", (payload) => payload["actionId"] === "c")).payload).toMatchObject({ accepted: true, repeated: true, conflict: true });
    player.send("answer_submission", { questionId: "00000000-0000-4000-8000-000000000000", selectedOption: 1, answeredAt: 0, actionId: "d" });
    expect((await player.next("answer_result", (payload) => payload["actionId"] === "d")).payload).toMatchObject({ accepted: false, reason: "WRONG_QUESTION" });

    const late = await PlainPlayer.open(await join(pin, "Late comer"));
    await author.post(`/games/${gameId}/reveal`);
    await late.next("question_closed");
    late.send("answer_submission", { questionId, selectedOption: 0, answeredAt: 0 });
    expect((await late.next("answer_result")).payload).toMatchObject({ accepted: false, reason: "TOO_LATE" });

    player.sendRaw("{not json");
    expect((await player.next("error")).payload).toMatchObject({ reason: "BAD_MESSAGE" });
    player.send("dance", {});
    expect((await player.next("error", (payload) => payload["reason"] === "UNKNOWN_TYPE")).payload["details"]).toBeInstanceOf(Object);
    player.send("heartbeat", { sentAt: 5 });
    expect((await player.next("heartbeat")).payload).toMatchObject({ sentAt: 5 });
    await author.post(`/games/${gameId}/end`);
    await player.next("quiz_ended");
  });

  test("an automatic game starts 5 s after a third participant, and starts over when one leaves", async () => {
    const { author, gameId, pin } = await openGame({ start: "auto", countdown: 0 });
    const first = await PlainPlayer.open(await join(pin, "One"));
    await PlainPlayer.open(await join(pin, "Two"));
    const leaver = await PlainPlayer.open(await join(pin, "Three"));
    const announced = await first.next("lobby_changed", (payload) => typeof payload["startsAt"] === "string");
    await leaver.close();
    await first.next("lobby_changed", (payload) => payload["participants"] !== undefined && payload["startsAt"] === undefined && first.messages.findIndex((message) => message.payload === payload) > first.messages.indexOf(announced));
    const back = await PlainPlayer.open(await join(pin, "Four"));
    const restarted = await back.next("lobby_changed", (payload) => typeof payload["startsAt"] === "string");
    expect(Date.parse(String(restarted.payload["startsAt"]))).toBeGreaterThan(Date.parse(String(announced.payload["startsAt"])));
    const question = await first.next("new_question");
    expect(Date.parse(String(question.payload["startTime"]))).toBeGreaterThanOrEqual(Date.parse(String(restarted.payload["startsAt"])));
    await author.post(`/games/${gameId}/end`);
    await first.next("quiz_ended");
  });

  test("a socket without its token, with a foreign origin or for an unknown game is refused before the upgrade", async () => {
    const { author, gameId, pin } = await openGame();
    const good = await join(pin, "Haruka");
    const other = await join(pin, "Lý Thanh Trúc");
    await expect(PlainPlayer.open({ ...good, token: "nonsense" })).rejects.toThrow(/401/);
    await expect(PlainPlayer.open({ ...good, token: other.token })).rejects.toThrow(/401/);
    await expect(PlainPlayer.open({ ...good, quizId: "000000" })).rejects.toThrow(/404|401/);
    const removed = await author.delete(`/games/${gameId}/participants/${good.participantId}`);
    expect(removed.status).toBe(204);
    await expect(PlainPlayer.open(good)).rejects.toThrow(/403/);
    await author.post(`/games/${gameId}/end`);
    await expect(PlainPlayer.open({ ...other, quizId: gameId })).rejects.toThrow(/409/);
  });
});

/** Waits for an announced instant, as a client of the contract has to. */
async function until(instant: string) {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(instant) - Date.now() + 20)));
}
