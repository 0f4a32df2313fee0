import { z } from "zod";

/** A game's settings, as the host chose them; every one has a default (CONTRACT: section 2, Settings). */
export const gameSettingsSchema = z.strictObject({
  start: z.enum(["manual", "auto"]).default("manual"),
  pace: z.enum(["manual", "auto"]).default("manual"),
  feedback: z.enum(["reveal", "instant"]).default("reveal"),
  leaderboard: z.enum(["live", "reveal", "end", "never"]).default("reveal"),
  leaderboardSize: z.int().min(3).max(100).default(10),
  /** How much speed weighs, in percent: 0 is accuracy only. */
  speedWeight: z.int().min(0).max(100).default(50),
  streak: z.boolean().default(true),
  closeWhenAllAnswered: z.boolean().default(true),
  /** Seconds before each question. */
  countdown: z.int().min(0).max(30).default(3),
  graceMs: z.int().min(0).max(5_000).default(300),
  latencyCompensation: z.boolean().default(false),
  names: z.enum(["own", "given"]).default("own"),
  show: z.enum(["full", "optionsOnly"]).default("full"),
  /** The big screen is heard while people come in. */
  lobbySound: z.boolean().default(true),
  teams: z.int().min(2).max(8).optional(),
  /** In a game with teams: everybody picks one, as long as they stay even, or is dealt one. */
  teamChoice: z.enum(["pick", "dealt"]).default("pick"),
  maxParticipants: z.int().min(1).max(200_000).default(20_000),
  /** Joins a second, sustained for 5 s, at which the lobby locks itself. */
  floodLock: z.int().min(1).max(100_000).default(2_000),
  /** Newcomers tap the pattern that the big screen shows: see `join-pattern.ts`. */
  joinPattern: z.boolean().optional(),
  region: z.string().regex(/^[a-z][a-z0-9]{1,7}$/, "a region is 2 to 8 lower-case letters and digits").optional(),
});

export type GameSettings = z.infer<typeof gameSettingsSchema>;
export type GameSettingsInput = z.input<typeof gameSettingsSchema>;

export const presets = {
  classroom: { feedback: "reveal", leaderboard: "reveal" },
  race: { feedback: "instant", leaderboard: "live" },
} as const satisfies Record<string, GameSettingsInput>;
