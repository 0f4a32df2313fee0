import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { participantNumber } from "../test/arbitraries";
import { questionOf } from "./game-clock";
import { extensionSchema } from "./extension";
import { gameIdSchema, optionIdSchema, pinSchema, quizIdSchema } from "./ids";
import { answerSubmissionSchema, clientMessageSchemas, hostMessageSchema, isPlainSubmission } from "./messages";
import { participantSchema } from "./participant";
import { completeEvent } from "./planned-event";
import { assertNever, InvariantError } from "./result";
import { gameSettingsSchema, presets } from "./settings";
import { plainQuiz } from "../test/arbitraries";

const uuid = "7F0C6E0A-1111-4111-8111-111111111111";

describe("ids", () => {
  it("of games may carry their region, and nothing else", () => {
    for (const id of [uuid.toLowerCase(), `eu-${uuid.toLowerCase()}`, `apac1-${uuid.toLowerCase()}`]) expect(gameIdSchema.parse(id)).toBe(id);
    for (const id of ["", "483920", uuid, `-${uuid}`, `e-${uuid.toLowerCase()}`, `eu-${uuid.toLowerCase()}\n`, 5]) expect(gameIdSchema.safeParse(id).success).toBe(false);
  });

  it("are compared in lower case", () => {
    expect(quizIdSchema.parse(uuid)).toBe(uuid.toLowerCase());
  });

  it("of options are short texts, codes are six digits", () => {
    expect(optionIdSchema.safeParse("").success).toBe(false);
    expect(optionIdSchema.safeParse("true").success).toBe(true);
    for (const pin of ["12345", "1234567", "12345a", "１２３４５６", " 123456", "123456\n"]) expect(pinSchema.safeParse(pin).success).toBe(false);
  });
});

describe("settings", () => {
  it("have the contract's defaults", () => {
    expect(gameSettingsSchema.parse({})).toEqual({
      start: "manual", pace: "manual", feedback: "reveal", leaderboard: "reveal", leaderboardSize: 10, speedWeight: 50, streak: true, closeWhenAllAnswered: true,
      countdown: 3, graceMs: 300, latencyCompensation: false, names: "own", lobbySound: true, show: "full", maxParticipants: 20_000, floodLock: 2_000, teamChoice: "pick",
    });
  });

  it("come as two presets", () => {
    expect(gameSettingsSchema.parse(presets.classroom)).toEqual(gameSettingsSchema.parse({}));
    expect(gameSettingsSchema.parse(presets.race)).toMatchObject({ feedback: "instant", leaderboard: "live" });
  });

  it.each([{ leaderboardSize: 2 }, { leaderboardSize: 101 }, { speedWeight: -1 }, { speedWeight: 50.5 }, { teams: 1 }, { maxParticipants: 200_001 }, { region: "EU" }, { speed: 1 }])(
    "refuse %j",
    (settings) => {
      expect(gameSettingsSchema.safeParse(settings).success).toBe(false);
    },
  );
});

describe("what comes from clients", () => {
  it("is an answer in exactly one form", () => {
    const questionId = "q";
    for (const form of [{ selectedOption: 0 }, { selectedOption: "a" }, { answer: { text: "a" } }]) expect(answerSubmissionSchema.safeParse({ questionId, ...form }).success).toBe(true);
    for (const form of [{}, { selectedOption: 0, answer: {} }, { selectedOption: null }, { answer: [] }, { selectedOption: 0, points: 1 }, { selectedOption: "x".repeat(501) }]) {
      expect(answerSubmissionSchema.safeParse({ questionId, ...form }).success).toBe(false);
    }
  });

  it("is let past the schema only where the schema takes it as it is", () => {
    const odd = fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.double(), fc.constant(null), fc.constant(undefined), fc.constant({}), fc.nat({ max: 600 }).map((length) => "x".repeat(length)));
    const plain = fc.record({ questionId: fc.string({ maxLength: 64 }), selectedOption: fc.string({ maxLength: 500 }), answeredAt: fc.string({ maxLength: 40 }), actionId: fc.string({ minLength: 1, maxLength: 64 }) }, { requiredKeys: ["questionId", "selectedOption"] });
    const changed = fc.dictionary(fc.constantFrom("questionId", "selectedOption", "answeredAt", "actionId", "answer", "score", "__proto__"), odd, { maxKeys: 2 });
    let past = 0;
    fc.assert(
      fc.property(plain, changed, (one, change) => {
        expect(isPlainSubmission(one)).toBe(true);
        const other = { ...one, ...change };
        if (!isPlainSubmission(other)) return;
        past += 1;
        expect(answerSubmissionSchema.parse(other)).toEqual(other);
      }),
    );
    expect(past).toBeGreaterThan(0);
    for (const value of [null, undefined, 5, "x", [], [{}], JSON.parse('{"questionId":"q","selectedOption":"a","__proto__":{"admin":true}}')]) expect(isPlainSubmission(value)).toBe(false);
  });

  it("is a question for the leaderboard or a heartbeat, with nothing added", () => {
    expect(clientMessageSchemas.get_leaderboard.safeParse({ limit: 5 }).success).toBe(false);
    expect(clientMessageSchemas.heartbeat.parse({ sentAt: 5 })).toEqual({ sentAt: 5 });
  });

  it("is an extension of up to ten minutes", () => {
    expect(extensionSchema.parse(600)).toBe(600);
    for (const seconds of [0, 601, 1.5, "10", undefined]) expect(extensionSchema.safeParse(seconds).success).toBe(false);
  });
});

describe("what goes to the host", () => {
  it("is counts and people", () => {
    const roster = { type: "roster", payload: { people: [{ participantId: participantNumber(1), name: "Minh", avatar: 3, present: true, answered: false }], total: 1 } };
    expect(hostMessageSchema.parse(roster)).toEqual(roster);
    expect(hostMessageSchema.safeParse({ type: "progress", payload: { participants: 3, present: 2 } }).success).toBe(false);
  });
});

describe("a participant", () => {
  it("has one of the avatars that there are", () => {
    const person = { participantId: participantNumber(1), name: "Minh", avatar: 239, joinedAt: 0, removed: false };
    expect(participantSchema.safeParse(person).success).toBe(true);
    expect(participantSchema.safeParse({ ...person, avatar: 240 }).success).toBe(false);
  });
});

describe("a bug of ours", () => {
  it("is thrown, not returned", () => {
    expect(() => questionOf(plainQuiz(1), 2)).toThrow(InvariantError);
    // @ts-expect-error no value is left over in well-typed code
    expect(() => assertNever("more")).toThrow(InvariantError);
    // @ts-expect-error only three kinds of event have something attached
    expect(() => completeEvent({ event: { type: "game_paused", payload: {} }, attach: "board" }, { tally: () => ({ answered: 0, right: 0 }), board: () => [] })).toThrow(InvariantError);
  });
});
