import { type Board, boardName, type GameId, type Pin, type UserId } from "@quickfire/engine";
import { shardOf } from "./shards";

/** Outside of all shards: how many there are. */
export const keyOfShardCount = "quickfire:shards";

export const pinKey = (pin: Pin): string => `{pin}:${pin}`;

export const hostGamesKey = (hostUserId: UserId): string => `{host:${hostUserId}}:games`;

/** Until when somebody is kept out. One hash tag for all: whoever asks about two ids asks once. */
export const blockedKey = (kind: "user" | "participant", id: string): string => `{blocked}:${kind}:${id}`;

/** Sorted set: sessions that were revoked lately, by the instant at which that was noted. */
export const endedSessionsKey = "sessions:ended";

/** What all the games of a shard share. `tag` is a Redis hash tag, so in a cluster a shard lies in one slot. */
export function shardKeys(shard: number) {
  const tag = `{s${String(shard).padStart(2, "0")}}`;
  return {
    tag,
    due: `${tag}:due`,
    dirty: `${tag}:dirty-boards`,
    log: `${tag}:log`,
    /** The life of the Redis process in which the shard was compared with Postgres. */
    trusted: `${tag}:trusted`,
    /** Games of which a node has seen more than Redis has. */
    doubted: `${tag}:doubted`,
    /** The highest number of a lease under which the shard was rebuilt. */
    fence: `${tag}:fence`,
  };
}

/** Every key of a game, and its channel. No other place makes one. */
export function gameKeys(gameId: GameId, shards: number) {
  const shard = shardKeys(shardOf(gameId, shards));
  const game = `${shard.tag}:game:${gameId}`;
  return {
    ...shard,
    game,
    quiz: `${game}:quiz`,
    people: `${game}:people`,
    names: `${game}:names`,
    joins: `${game}:joins`,
    /** Participant by the instant until which they count as present. */
    present: `${game}:present`,
    /** The present ones whose answer to the open question is missing. */
    waiting: `${game}:waiting`,
    /** Who has answered the open question. */
    answered: `${game}:answered`,
    connections: `${game}:connections`,
    /** Who came (`+id`) and went (`-id`) since the last publication. */
    comings: `${game}:comings`,
    board: `${game}:board`,
    boardBefore: `${game}:board-before`,
    streaks: `${game}:streaks`,
    /** Who has more time than everybody, or no timer: participant by percent. */
    ownTimes: `${game}:own-times`,
    /** Which participants are the host's own bots. */
    bots: `${game}:bots`,
    /** How many are in each team, and what they have earned: see lib/teams.lua. */
    teams: `${game}:teams`,
    /** Participant by team and the first round that counts for it. */
    teamOf: `${game}:team-of`,
    events: `${game}:events`,
    answers: (round: number) => `${game}:answers:${round}`,
    tally: (round: number) => `${game}:tally:${round}`,
    /** Pub/Sub: the game's events, and what the nodes tell one another. */
    channel: `${game}:live`,
  };
}

export type GameKeys = ReturnType<typeof gameKeys>;

/** A long-term board under its public name; what belongs to it carries that name as hash tag, and so lies in the same slot. */
export function boardKeys(board: Board) {
  const name = boardName(board);
  return {
    board: name,
    /** User by the revision that the board has of them. */
    marks: `{${name}}:marks`,
    /** Whether it may be believed, and what of it was published. */
    state: `{${name}}:state`,
    /** The board as it is being made again, and its marks. */
    staged: `{${name}}:staged`,
    stagedMarks: `{${name}}:staged-marks`,
    /** Pub/Sub: the top, whenever it changed. */
    channel: `{${name}}:live`,
  };
}

export type BoardKeys = ReturnType<typeof boardKeys>;

/** The streams on which other programs hear of long-term points. */
export const scoreStreams = { scores: "score.events", quizzes: "quiz.events" } as const;

/** Which events a stream had lately, so that none is in it twice. */
export const recentEventsKey = (stream: string): string => `{${stream}}:recent`;
