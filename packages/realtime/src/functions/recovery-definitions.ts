import { z } from "zod";
import { defineFunction } from "../define-function";

/** What Redis can be asked to do while a shard is not trusted, beside definitions.ts. */

const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);
const nothing = z.tuple([]);
const fenced = { FENCED: "somebody holds a later lease of the shard" } as const;

export const readTrust = defineFunction({
  name: "read_trust",
  keys: ["trusted", "doubted"],
  args: z.object({}),
  returns: z.tuple([flag, z.array(z.string())]).transform(([trusted, doubted]) => ({ trusted, doubted })),
  failures: {},
  readOnly: true,
  recovers: true,
});

export const distrustShard = defineFunction({
  name: "distrust_shard",
  keys: ["trusted", "fence"],
  args: z.object({ fence: z.int() }),
  returns: z.tuple([z.string()]).transform(([life]) => ({ life })),
  failures: fenced,
  recovers: true,
});

export const trustShard = defineFunction({
  name: "trust_shard",
  keys: ["trusted", "doubted", "fence"],
  args: z.object({ fence: z.int(), life: z.string() }),
  returns: z.tuple([flag]).transform(([trusted]) => ({ trusted })),
  failures: fenced,
  recovers: true,
});

export const doubtGame = defineFunction({
  name: "doubt_game",
  keys: ["game", "trusted", "doubted"],
  args: z.object({ gameId: z.string(), epoch: z.string(), eventNumber: z.int() }),
  returns: z.tuple([flag]).transform(([doubted]) => ({ doubted })),
  failures: {},
});

export const clearGame = defineFunction({
  name: "clear_game",
  keys: ["game", "due", "dirty", "fence"],
  moreKeys: true,
  args: z.object({ gameId: z.string(), fence: z.int() }),
  returns: nothing,
  failures: fenced,
  recovers: true,
});

export const restorePart = defineFunction({
  name: "restore_part",
  keys: ["target", "fence"],
  args: z.object({ fence: z.int(), kind: z.enum(["hash", "sorted", "set", "text"]) }),
  each: z.object({ name: z.string(), value: z.string() }),
  returns: nothing,
  failures: fenced,
  recovers: true,
});

export const finishRestore = defineFunction({
  name: "finish_restore",
  keys: ["game", "due", "log", "fence"],
  moreKeys: true,
  args: z.object({ gameId: z.string(), fence: z.int(), dueAt: z.int().nullable(), keepMs: z.int().nullable(), body: z.string() }),
  returns: nothing,
  failures: fenced,
  recovers: true,
});
