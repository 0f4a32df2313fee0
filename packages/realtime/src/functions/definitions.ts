import { z } from "zod";
import { defineFunction } from "../define-function";

/** What Redis can be asked to do with a game: one definition for each .lua file beside this one, in which its contract stands. */

const text = z.string();
const id = z.string();
const json = z.string();
const optionalNumber = z.string().transform((value) => (value === "" ? null : Number(value)));
const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);
const nothing = z.tuple([]);
const publishAt = z.tuple([z.int()]).transform(([at]) => ({ publishAt: at }));

const notFound = { NOT_FOUND: "there is no such game (any more)" } as const;
const ended = { ENDED: "the game is over" } as const;

export const reservePin = defineFunction({
  name: "reserve_pin",
  keys: ["pin"],
  args: z.object({ gameId: id, orphan: text, ttlMs: z.int() }),
  returns: nothing,
  failures: { TAKEN: "another game has this PIN" },
});

export const readGame = defineFunction({
  name: "read_game",
  keys: ["game"],
  args: z.object({}),
  returns: z.tuple([z.array(z.string())]).transform(([hash]) => ({ hash })),
  failures: {},
  readOnly: true,
});

export const readPosition = defineFunction({
  name: "read_position",
  keys: ["game"],
  args: z.object({}),
  returns: z.tuple([text, z.int()]).transform(([epoch, number]) => ({ epoch, number })),
  failures: {},
  readOnly: true,
});

export const createGame = defineFunction({
  name: "create_game",
  promises: true,
  keys: ["game", "quiz", "due", "log"],
  args: z.object({ gameId: id, fields: json, quiz: json, dueAt: z.int() }),
  returns: nothing,
  failures: { EXISTS: "this id has a game already" },
});

export const joinGame = defineFunction({
  name: "join_game",
  promises: true,
  keys: ["game", "people", "names", "joins", "present", "waiting", "answered", "comings", "board", "boardBefore", "teams", "teamOf", "events", "due", "dirty", "log"],
  args: z.object({ gameId: id, participantId: id, skeleton: text, participant: json, team: z.int(), idempotencyKey: text, bodyHash: text, origin: json }),
  returns: z.tuple([json, flag, z.int()]).transform(([participant, repeated, at]) => ({ participant, repeated, publishAt: at })),
  failures: {
    ...notFound,
    ...ended,
    KEY_REUSED: "the idempotency key came with another body before",
    LOCKED: "the host, or the flood lock, has closed the door",
    FULL: "as many participants as the game allows are in",
    NAME_TAKEN: "someone has this name, or one that looks like it",
    TEAM_FULL: "the team that was picked is too far ahead of the smallest one",
  },
});

export const addBots = defineFunction({
  name: "add_bots",
  promises: true,
  keys: ["game", "people", "names", "present", "comings", "board", "bots", "teams", "teamOf", "due", "dirty", "log"],
  args: z.object({ gameId: id, most: z.int(), origin: json }),
  each: z.object({ participantId: id, skeleton: text, participant: json }),
  returns: z.tuple([z.int(), z.int(), z.int()]).transform(([bots, came, at]) => ({ bots, came, publishAt: at })),
  failures: { ...notFound, ...ended, WRONG_PHASE: "the game has begun", FULL: "as many bots as a game may have are in" },
});

export const removeParticipant = defineFunction({
  name: "remove_participant",
  promises: true,
  keys: ["game", "people", "present", "waiting", "answered", "connections", "comings", "board", "boardBefore", "bots", "teams", "teamOf", "events", "due", "dirty", "log"],
  moreKeys: true,
  args: z.object({ gameId: id, participantId: id, announce: z.union([z.literal(0), z.literal(1)]), origin: json }),
  returns: z.tuple([flag]).transform(([removed]) => ({ removed })),
  failures: { ...notFound, ...ended },
});

export const changeTeam = defineFunction({
  name: "change_team",
  promises: true,
  keys: ["game", "people", "teams", "teamOf", "events", "dirty", "log"],
  args: z.object({ gameId: id, participantId: id, team: z.int(), origin: json }),
  returns: publishAt,
  failures: { ...notFound, WRONG_PHASE: "the game has begun" },
});

export const readTeams = defineFunction({
  name: "read_teams",
  keys: ["game", "teams"],
  args: z.object({}),
  returns: z.tuple([text, text]).transform(([rows, sizes]) => ({ rows, sizes })),
  failures: notFound,
  readOnly: true,
});

export const renameParticipant = defineFunction({
  name: "rename_participant",
  promises: true,
  keys: ["game", "people", "names", "events", "dirty", "log"],
  args: z.object({ gameId: id, participantId: id, formerName: text, formerSkeleton: text, name: text, skeleton: text, origin: json }),
  returns: publishAt,
  failures: { ...notFound, ...ended, CHANGED: "another name was given meanwhile", NAME_TAKEN: "someone has this name, or one that looks like it" },
});

export const giveTime = defineFunction({
  name: "give_time",
  promises: true,
  keys: ["game", "people", "ownTimes", "dirty", "log"],
  args: z.object({ gameId: id, participantId: id, percent: z.int(), origin: json }),
  returns: publishAt,
  failures: { ...notFound, ...ended, WRONG_PHASE: "a question is open" },
});

const outcomeName = z.enum(["ACCEPTED", "REPEATED", "CONFLICT", "WRONG_QUESTION", "TOO_EARLY", "TOO_LATE", "NOT_IN_GAME", "PAUSED", "BAD_ANSWER"]);

/** What an accepted answer has earned so far, where feedback is instant. */
type EarnedResult = { correct: boolean | null; points: number; score: number; streak: number; rank: number; gapToNext: number | null };
type AnswerOutcome = { outcome: z.infer<typeof outcomeName>; earned: EarnedResult | null };

/** What nearly every answer gets where feedback waits. */
const justAccepted: AnswerOutcome = { outcome: "ACCEPTED", earned: null };

/** What became of an answer: fields with a comma between them, since arrays of arrays cost more than the answers themselves. */
function readOutcome(fields: string): AnswerOutcome {
  if (fields === "ACCEPTED") return justAccepted;
  const [name, correct, points, score, streak, rank, gapToNext] = fields.split(",");
  const outcome = outcomeName.parse(name);
  if (rank === undefined) return { outcome, earned: null };
  return {
    outcome,
    earned: {
      correct: correct === "" ? null : correct === "1",
      points: Number(points),
      score: Number(score),
      streak: Number(streak),
      rank: Number(rank),
      gapToNext: gapToNext === "" ? null : Number(gapToNext),
    },
  };
}

export const submitAnswers = defineFunction({
  name: "submit_answers",
  promises: true,
  keys: ["game", "present", "waiting", "answered", "board", "streaks", "answers", "tally", "teams", "teamOf", "due", "dirty", "log"],
  moreKeys: true,
  args: z.object({ gameId: id, round: z.int(), questionId: text, startsAt: z.int(), limitMs: z.int(), previousRound: z.int(), bonuses: text, kinds: json, answers: json, told: json }),
  returns: z.tuple([text, z.int()]).transform(([outcomes, at]) => ({ outcomes: outcomes.split(";").map(readOutcome), publishAt: at })),
  failures: { ...notFound, STALE: "the round was moved or extended since its times were read, or somebody has been given more time" },
});

export const transitionGame = defineFunction({
  name: "transition_game",
  promises: true,
  keys: ["game", "people", "present", "waiting", "answered", "board", "boardBefore", "teams", "streaks", "answers", "tally", "ownTimes", "events", "due", "dirty", "log"],
  moreKeys: true,
  args: z.object({
    gameId: id,
    revision: z.int(),
    by: z.enum(["host", "clock", "everyone-answered"]),
    fields: json,
    events: json,
    logged: json,
    origin: json,
    boardChange: z.enum(["keep", "copy", "restore"]),
    questionId: text,
    tallyIds: json,
    tallyTexts: z.int(),
    ends: z.boolean(),
    keepMs: z.int(),
  }),
  returns: publishAt,
  failures: { ...notFound, CHANGED: "the game was moved since it was read", NOT_DUE: "its time has not come by Redis's clock" },
});

export const settleGame = defineFunction({
  name: "settle_game",
  keys: ["game", "people", "board", "due", "log"],
  args: z.object({ gameId: id }),
  returns: z.tuple([z.int()]).transform(([nextAt]) => ({ nextAt })),
  failures: {},
});

export const publishTick = defineFunction({
  name: "publish_tick",
  keys: ["game", "people", "present", "answered", "comings", "board", "boardBefore", "teams", "events", "dirty"],
  args: z.object({ gameId: id }),
  returns: z.tuple([flag]).transform(([published]) => ({ published })),
  failures: {},
});

export const connectParticipants = defineFunction({
  name: "connect_participants",
  keys: ["game", "people", "present", "waiting", "answered", "connections", "comings", "board", "due", "dirty"],
  args: z.object({ gameId: id }),
  each: z.object({ participantId: id, connectionId: text }),
  returns: publishAt,
  failures: {},
});

export const disconnectParticipants = defineFunction({
  name: "disconnect_participants",
  keys: ["game", "present", "waiting", "answered", "connections", "comings", "due", "dirty"],
  args: z.object({ gameId: id }),
  each: z.object({ participantId: id, connectionId: text }),
  returns: publishAt,
  failures: {},
});

export const keepPresent = defineFunction({
  name: "keep_present",
  keys: ["game", "present", "waiting", "answered", "board", "due", "dirty"],
  args: z.object({ gameId: id }),
  each: z.object({ participantId: id }),
  returns: nothing,
  failures: {},
});

export const showResult = defineFunction({
  name: "show_result",
  keys: ["game"],
  args: z.object({ seq: z.int(), round: z.int() }),
  returns: nothing,
  failures: { ...notFound, STALE: "the game has moved since" },
});

export const recheckGame = defineFunction({
  name: "recheck_game",
  keys: ["game", "present", "waiting", "answered", "due", "dirty"],
  args: z.object({ gameId: id }),
  returns: nothing,
  failures: {},
});

export const pollDue = defineFunction({
  name: "poll_due",
  keys: ["due", "dirty"],
  args: z.object({ limit: z.int() }),
  returns: z
    .tuple([z.int(), z.array(id), z.array(id), optionalNumber])
    .transform(([now, due, dirty, nextAt]) => ({ now, due, dirty, nextAt })),
  failures: {},
  readOnly: true,
});

export const readLeaderboard = defineFunction({
  name: "read_leaderboard",
  keys: ["game", "people", "board", "boardBefore"],
  args: z.object({ limit: z.int(), offset: z.int(), around: text }),
  returns: z.tuple([json, z.int(), z.int()]).transform(([rows, total, offset]) => ({ rows, total, offset })),
  failures: notFound,
  readOnly: true,
});

/** Score, rank, gap and streak record, as they end several replies. */
const standing = [z.int(), z.int(), optionalNumber, text] as const;

export const readStanding = defineFunction({
  name: "read_standing",
  keys: ["game", "board", "boardBefore", "streaks"],
  args: z.object({ participantId: id }),
  returns: z.tuple(standing).transform(([score, rank, gapToNext, streak]) => ({ score, rank, gapToNext, streak })),
  failures: { ...notFound, NOT_IN_GAME: "nobody with this id is in the game (any more)" },
  readOnly: true,
});

/** Numbers with a comma between them; null for someone who is not in the game. */
function readPlace(fields: string): { score: number; rank: number; gapToNext: number | null } | null {
  if (fields === "") return null;
  const [score, rank, gapToNext] = fields.split(",");
  return { score: Number(score), rank: Number(rank), gapToNext: gapToNext === "" ? null : Number(gapToNext) };
}

export const readResults = defineFunction({
  name: "read_results",
  keys: ["game", "board", "boardBefore", "streaks", "answers"],
  args: z.object({ participantIds: text, withStreaks: z.boolean() }),
  returns: z
    .tuple([text, z.array(text), z.array(text)])
    .transform(([places, answers, streaks]) => ({ places: places.split(";").map(readPlace), answers, streaks })),
  failures: notFound,
  readOnly: true,
});

export const readSnapshots = defineFunction({
  name: "read_snapshots",
  keys: ["game", "people", "board", "boardBefore", "teams", "streaks", "answers", "tally"],
  args: z.object({ round: z.int() }),
  each: z.object({ participantId: text }),
  returns: z
    .tuple([
      z.array(z.string()),
      json,
      text,
      text,
      z.array(z.string()),
      z.array(
        z.union([
          z.tuple([]).transform(() => null),
          z.tuple([json, ...standing, text]).transform(([participant, score, rank, gapToNext, streak, answer]) => ({ participant, score, rank, gapToNext, streak, answer })),
        ]),
      ),
    ])
    .transform(([game, rows, teams, teamSizes, tally, own]) => ({ game, rows, teams, teamSizes, tally, own })),
  failures: { ...notFound, STALE: "the game is in another round" },
  readOnly: true,
});
