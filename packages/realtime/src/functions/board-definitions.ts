import { z } from "zod";
import { defineFunction } from "../define-function";

/** What Redis can be asked to do with long-term boards, beside definitions.ts. */

const nothing = z.tuple([]);
const unknown = { UNKNOWN: "the board has to be made again from Postgres" } as const;
const taken = { TAKEN: "somebody else makes this board again" } as const;
const score = z.number().nullable();

const boardOutcomes = ["same", "changed", "top", "unknown"] as const;

export const updateBoards = defineFunction({
  name: "update_boards",
  keys: ["board", "marks", "state", "staged", "stagedMarks"],
  moreKeys: true,
  args: z.object({ top: z.int() }),
  each: z.object({ at: z.int(), userId: z.string(), revision: z.int(), score }),
  returns: z.tuple([z.array(z.enum(boardOutcomes))]).transform(([outcomes]) => outcomes),
  failures: {},
});

export const publishBoard = defineFunction({
  name: "publish_board",
  keys: ["board", "state"],
  args: z.object({ channel: z.string(), top: z.int(), everyMs: z.int() }),
  returns: z.tuple([z.union([z.literal(0), z.literal(1)]), z.int()]).transform(([published, waitMs]) => ({ published: published === 1, waitMs })),
  failures: unknown,
});

export const readBoard = defineFunction({
  name: "read_board",
  keys: ["board", "state"],
  args: z.object({ limit: z.int(), offset: z.int(), around: z.string() }),
  returns: z
    .tuple([z.string(), z.int(), z.int(), z.string(), z.int(), z.int()])
    .transform(([rows, total, offset, epoch, number, at]) => ({ rows, total, offset, epoch, number, at })),
  failures: unknown,
  readOnly: true,
});

export const readPlaces = defineFunction({
  name: "read_places",
  keys: ["board", "state"],
  args: z.object({}),
  each: z.object({ userId: z.string() }),
  returns: z.tuple([z.array(z.string())]).transform(([points]) => points.map((text) => (text === "" ? null : Number(text)))),
  failures: unknown,
  readOnly: true,
});

export const beginBoard = defineFunction({
  name: "begin_board",
  keys: ["state", "staged", "stagedMarks"],
  args: z.object({ holder: z.string(), holdMs: z.int() }),
  returns: nothing,
  failures: taken,
});

export const fillBoard = defineFunction({
  name: "fill_board",
  keys: ["state", "staged", "stagedMarks"],
  args: z.object({ holder: z.string(), holdMs: z.int() }),
  each: z.object({ userId: z.string(), revision: z.int(), score }),
  returns: nothing,
  failures: taken,
});

export const finishBoard = defineFunction({
  name: "finish_board",
  keys: ["board", "marks", "state", "staged", "stagedMarks"],
  args: z.object({ holder: z.string(), epoch: z.string(), expiresAt: z.int().nullable() }),
  returns: z.tuple([z.int()]).transform(([players]) => ({ players })),
  failures: taken,
});

export const forgetOnBoard = defineFunction({
  name: "forget_on_board",
  keys: ["board", "marks", "state", "staged", "stagedMarks"],
  args: z.object({ userId: z.string() }),
  returns: nothing,
  failures: {},
});

export const appendEvents = defineFunction({
  name: "append_events",
  keys: ["stream", "recent"],
  args: z.object({ keepMs: z.int(), length: z.int() }),
  each: z.object({ eventId: z.string(), eventType: z.string(), payload: z.string() }),
  returns: z.tuple([z.int()]).transform(([added]) => ({ added })),
  failures: {},
});
