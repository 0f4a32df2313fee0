import { openQuestionSchema } from "@quickfire/engine";
import { buildChoice, buildMultiple, buildTrueFalse, buildTyped } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, createGame, join, questionId, remove, socketToken, type TestNode, useNodes } from "./live-fixture";
import { connectPlain, type Seen } from "./plain-client";
import { TrpcClient } from "./trpc-client";
import { untilOpen } from "./until-open";

const start = useNodes();
const clients: TrpcClient[] = [];
let first: TestNode;
let second: TestNode;
beforeAll(async () => {
  [first, second] = await Promise.all([start({ name: "first" }), start({ name: "second" })]);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
});

function trpc(node: TestNode, token: string): TrpcClient {
  const client = new TrpcClient(node, token);
  clients.push(client);
  return client;
}

/** Each right answer under a word that appears nowhere else. */
const right = ["zebra-right", "yak-right", "xerus-right", "wombat-right", "secret-explanation"];

const quizOf = {
  questions: [
    buildChoice({ options: [{ text: "one", correct: false }, { text: right[0] ?? "", correct: true }] }),
    buildMultiple({ options: [{ text: right[1] ?? "", correct: true }, { text: right[2] ?? "", correct: true }, { text: "three", correct: false }], explanation: right[4] }),
    buildTrueFalse({ answer: false, explanation: right[4] }),
    buildTyped({ accepted: [right[3] ?? ""], explanation: right[4] }),
  ],
};

/** What tells a right answer, in any message of ours: a key, or a text that only the answer has. */
const tellTales = /"correct"|"right"|"tally"|"accepted":\[|"explanation"|"points"|secret-explanation|wombat-right|"typos"|"answer":/;

describe("one game on two nodes", () => {
  it("is the same for everyone from the lobby to the podium, whatever socket they have", async () => {
    const game = await createGame(first.store, { feedback: "reveal", leaderboard: "live" }, quizOf);
    const [anna, ben, cleo] = await Promise.all(["Anna", "Ben", "Cleo"].map((name) => join(second.store, game, name)));
    if (!anna || !ben || !cleo) throw new Error("nobody plays");
    const a = await connectPlain(first, anna);
    const b = await connectPlain(second, ben);
    const c = trpc(second, await socketToken({ role: "participant", gameId: game.gameId, participantId: cleo.participantId }));
    c.listen();
    const host = trpc(first, await socketToken({ role: "host", gameId: game.gameId, userId: game.hostUserId }));
    host.listen("host");
    await Promise.all([a.next("snapshot"), b.next("snapshot"), c.next("snapshot"), host.next("snapshot")]);

    const answers: [Record<string, unknown>, Record<string, unknown>][] = [
      [{ selectedOption: right[0] }, { selectedOption: 0 }],
      [{ answer: { options: [right[1], right[2]] } }, { answer: { options: ["three"] } }],
      [{ answer: { value: false } }, { selectedOption: "True" }],
      [{ answer: { text: right[3] } }, { answer: { text: "nothing" } }],
    ];
    for (const [index, [rightAnswer, wrongAnswer]] of answers.entries()) {
      const id = questionId(game.quiz, index + 1);
      const seenBefore = [a, b, c, host].map(({ messages }) => messages.length);
      // Either node moves the game.
      await command(index % 2 === 0 ? second.store : first.store, game, index === 0 ? "start" : "next");
      const [question] = await Promise.all([a.next("new_question"), b.next("new_question"), c.next("new_question"), host.next("new_question")]);
      expect(question.payload).toMatchObject({ questionId: id, round: index + 1, rounds: 4 });
      await untilOpen(first, question.payload.startTime);
      a.say("answer_submission", { questionId: id, ...optionIds(rightAnswer, question) });
      b.say("answer_submission", { questionId: id, ...optionIds(wrongAnswer, question) });
      expect((await a.next("answer_result")).payload).toEqual({ questionId: id, accepted: true });
      expect((await b.next("answer_result")).payload).toEqual({ questionId: id, accepted: true });
      // Nothing that anybody but the host was told before the reveal gives an answer away.
      for (const [who, { messages }] of [a, b, c].entries()) {
        const told = messages.slice(seenBefore[who]);
        const ofThisRound = told.slice(told.findIndex(({ type }) => type === "new_question"));
        expect(ofThisRound.length).toBeGreaterThan(0);
        for (const message of ofThisRound) expect(JSON.stringify(message)).not.toMatch(tellTales);
      }
      await c.api.live.answer.mutate({ questionId: id, ...optionIds(rightAnswer, question) });

      await Promise.all([a.next("question_closed"), b.next("question_closed"), c.next("question_closed")]);
      expect((await a.next("your_standing")).payload).toMatchObject({ questionId: id, correct: true, streak: index + 1 });
      expect((await b.next("your_standing")).payload).toMatchObject({ questionId: id, correct: false, points: 0, score: 0, rank: 3 });
      expect((await c.next("your_standing")).payload).toMatchObject({ questionId: id, correct: true });
      for (const { types } of [a, b, c]) expect(types.slice(types.lastIndexOf("question_closed"))).toContain("leaderboard_changed");
      await command(first.store, game, "next");
    }

    await command(first.store, game, "next");
    await host.next((message) => message.type === "phase_changed" && message.payload.phase === "podium");
    await command(second.store, game, "next");
    const endings = await Promise.all([a.next("quiz_ended"), b.next("quiz_ended"), c.next("quiz_ended"), host.next("quiz_ended")]);
    const boards = endings.map(({ payload }) => (payload as { finalLeaderboard: { name: string }[] }).finalLeaderboard);
    for (const board of boards) expect(board).toEqual(boards[0]);
    expect(boards[0]?.map(({ name }) => name).slice(0, 2).toSorted()).toEqual(["Anna", "Cleo"]);
    expect(boards[0]?.[2]).toMatchObject({ name: "Ben", score: 0, rank: 3 });
    // All were told the same things in the same order, but for the boards, of which only the newest has to reach everybody.
    const shared = [a, b].map(({ messages }) => messages.filter(({ id, type }) => id !== undefined && type !== "snapshot" && type !== "leaderboard_changed").map(({ id }) => id));
    expect(shared[0]?.slice(-20)).toEqual(shared[1]?.slice(-20));
    expect(await Promise.all([a.closed, b.closed])).toMatchObject([{ code: 1000 }, { code: 1000 }]);
  }, 40_000);

  it("lets a player change nodes in mid-game without gap or double", async () => {
    const game = await createGame(first.store);
    const anna = await join(first.store, game, "Anna");
    const here = await connectPlain(first, anna);
    await here.next("snapshot");
    await command(first.store, game, "lock");
    await here.next("game_locked");
    const there = await connectPlain(second, anna, { lastEventId: here.lastEventId });
    expect((await here.closed).code).toBe(4000);
    await command(first.store, game, "unlock");
    await there.next("game_locked");
    expect(there.types).not.toContain("snapshot");
    const ids = [...here.messages, ...there.messages].flatMap(({ id }) => (id ? [Number(id.split(".").at(-1))] : []));
    expect(ids).toEqual(ids.map((_, index) => (ids[0] ?? 0) + index));
    there.socket.close();
  });

  it("removes a player wherever they are", async () => {
    const game = await createGame(first.store);
    const anna = await join(first.store, game, "Anna");
    const [ben, onSecond] = [await connectPlain(first, await join(first.store, game, "Ben")), await connectPlain(second, anna)];
    await Promise.all([ben.next("snapshot"), onSecond.next("snapshot")]);
    await remove(first.store, anna);
    expect((await onSecond.closed).code).toBe(1008);
    expect((await ben.next("participant_removed")).payload).toEqual({ participantId: anna.participantId });
    ben.say("heartbeat");
    await ben.next("heartbeat");
    ben.socket.close();
  });

  it("gives one answer one result, whichever nodes it is sent to", async () => {
    const game = await createGame(first.store, { closeWhenAllAnswered: false });
    const anna = await join(first.store, game, "Anna");
    const here = await connectPlain(first, anna);
    await here.next("snapshot");
    await command(first.store, game, "start");
    const question = await here.next("new_question");
    await untilOpen(first, question.payload.startTime);
    const id = questionId(game.quiz, 1);
    here.answer(id, 0);
    expect((await here.next("answer_result")).payload).toEqual({ questionId: id, accepted: true });
    const there = await connectPlain(second, anna);
    expect((await there.next("snapshot")).payload).toMatchObject({ you: { answered: true } });
    there.answer(id, 1);
    expect((await there.next("answer_result")).payload).toEqual({ questionId: id, accepted: true, repeated: true, conflict: true });
    there.socket.close();
  });
});

/** Texts of options as their ids, where an answer in the typed form needs them. */
function optionIds(answer: Record<string, unknown>, question: Seen): Record<string, unknown> {
  const typed = answer.answer;
  if (typeof typed !== "object" || typed === null || !("options" in typed) || !Array.isArray(typed.options)) return answer;
  const { options, optionIds: ids } = openQuestionSchema.parse(question.payload);
  return { answer: { options: typed.options.map((text) => ids[options.indexOf(String(text))]) } };
}
