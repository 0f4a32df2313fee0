import type { GameEvent, HostMessage, RosterEntry, ShownResult, Snapshot, YourStanding } from "@quickfire/engine";
import { assertNever } from "@quickfire/engine/result";
import { applyGameEvent } from "./apply-game-event";
import { type Board, emptyBoard, rememberBoard, renameOnBoard, replaceBoard } from "./board";
import { type EventPosition, parseEventPosition, placeEvent } from "./event-position";
import { type FeedMessage, isGameEvent } from "./feed-message";
import { gameOfSnapshot, type LiveGame } from "./live-game";

/** What the feed has told so far. Only a snapshot begins it; until then nothing is known. */
export type Feed = {
  game: LiveGame | null;
  board: Board;
  progress: Extract<HostMessage, { type: "progress" }>["payload"] | null;
  roster: { people: RosterEntry[]; total: number } | null;
  /** For the host: results wait to be stored. */
  savingWaits: boolean;
  /** An earlier result that the host has put on the stages, and the moment of the game up to which it stays there. */
  shownResult: { seq: number; result: ShownResult | null } | null;
  /** Of the rounds that were closed while this page was open: how many of the answers were right, from 0 to 1. */
  rightShares: Readonly<Record<number, number>>;
  /** The last event applied: where a resumed feed goes on. */
  position: EventPosition | null;
  standingPosition: EventPosition | null;
  /** Something may be missing, or belongs to a rebuilt state: a snapshot is needed. */
  behind: boolean;
};

export const emptyFeed: Feed = {
  game: null,
  board: emptyBoard,
  progress: null,
  roster: null,
  savingWaits: false,
  shownResult: null,
  rightShares: {},
  position: null,
  standingPosition: null,
  behind: false,
};

/**
 * The feed after a message. Messages may come doubled or out of order (a resumed connection repeats, a broken network
 * reorders): what was seen before changes nothing, and what is missing is noticed.
 */
export function receiveMessage(feed: Feed, message: FeedMessage): Feed {
  if (message.type === "snapshot") return receiveSnapshot(feed, message);
  // A connection is told so at once, without a number: where it stands is what was lost.
  if (message.type === "game_recovering") return { ...feed, game: feed.game && applyGameEvent(feed.game, message) };
  if (isGameEvent(message)) return receiveGameEvent(feed, message);
  switch (message.type) {
    case "your_standing":
      return receiveStanding(feed, message.payload, message.id);
    case "your_time":
      return feed.game?.you ? { ...feed, game: { ...feed.game, you: { ...feed.game.you, ownTime: message.payload.percent } } } : feed;
    case "leaderboard_data":
      return { ...feed, board: replaceBoard(feed.board, message.payload.leaderboard) };
    case "progress":
      return { ...feed, progress: message.payload };
    case "roster":
      return { ...feed, roster: message.payload };
    case "saving":
      return { ...feed, savingWaits: message.payload.waiting };
    case "result_shown":
      return { ...feed, shownResult: message.payload };
    // Kept by the answers, the clock and the connection.
    case "answer_result":
    case "heartbeat":
    case "error":
      return feed;
    default:
      return assertNever(message);
  }
}

function receiveSnapshot(feed: Feed, { id, payload }: { id?: string; payload: Snapshot }): Feed {
  if (placeEvent(id, feed.position) === "seen-before" && !isSamePosition(id, feed.position)) return feed;
  return {
    ...feed,
    game: gameOfSnapshot(payload, feed.game),
    board: replaceBoard(feed.board, payload.leaderboard),
    position: (id === undefined ? null : parseEventPosition(id)) ?? feed.position,
    behind: false,
  };
}

function receiveGameEvent(feed: Feed, event: GameEvent & { id?: string }): Feed {
  const arrival = placeEvent(event.id, feed.position);
  if (arrival === "seen-before") return feed;
  if (!feed.game || arrival === "other-epoch") return feed.behind ? feed : { ...feed, behind: true };
  return {
    ...feed,
    game: applyGameEvent(feed.game, event),
    board: boardAfter(feed, event),
    rightShares: sharesAfter(feed, event),
    ...countsAfter(feed, event),
    position: (event.id === undefined ? null : parseEventPosition(event.id)) ?? feed.position,
    behind: feed.behind || arrival === "after-a-gap",
  };
}

function boardAfter({ board, game }: Feed, event: GameEvent): Board {
  switch (event.type) {
    case "leaderboard_changed":
      return replaceBoard(board, event.payload.leaderboard);
    case "quiz_ended":
      return replaceBoard(board, event.payload.finalLeaderboard);
    case "participant_renamed":
      return renameOnBoard(board, event.payload);
    case "new_question":
      // Before the first round all are equal: whoever has points then has not overtaken anybody.
      return game?.question?.questionId === event.payload.questionId || event.payload.round === 1 ? board : rememberBoard(board);
    default:
      return board;
  }
}

/** With a new question nobody has answered yet; the next counts come half a second later. */
function countsAfter({ progress, roster }: Feed, event: GameEvent): Pick<Feed, "progress" | "roster"> {
  if (event.type !== "new_question") return { progress, roster };
  return {
    progress: progress && { ...progress, answered: 0, tally: undefined },
    roster: roster && { ...roster, people: roster.people.map((person) => ({ ...person, answered: false })) },
  };
}

function sharesAfter({ rightShares, game }: Feed, event: GameEvent): Feed["rightShares"] {
  if (event.type !== "question_closed" || !game) return rightShares;
  const { answered, right } = event.payload.tally;
  return { ...rightShares, [game.round]: answered === 0 ? 0 : right / answered };
}

/** One's own standing is not numbered with the events: its id says only how new it is. */
function receiveStanding(feed: Feed, standing: YourStanding, id: string | undefined): Feed {
  const position = id === undefined ? null : parseEventPosition(id);
  const last = feed.standingPosition;
  if (position && last && position.epoch === last.epoch && position.number < last.number) return feed;
  const you = feed.game?.you;
  if (!feed.game || !you) return feed;

  const { questionId = null, correct, points } = standing;
  const isNewRound = correct !== undefined && questionId !== (you.last?.questionId ?? null);
  return {
    ...feed,
    standingPosition: position ?? last,
    game: {
      ...feed.game,
      you: {
        ...you,
        score: standing.score,
        rank: standing.rank,
        streak: standing.streak,
        gapToNext: standing.gapToNext ?? null,
        rankBefore: isNewRound && feed.game.round > 1 ? you.rank : you.rankBefore,
        last: correct === undefined ? you.last : { questionId, correct, points: points ?? 0 },
      },
    },
  };
}

function isSamePosition(id: string | undefined, last: EventPosition | null): boolean {
  const position = id === undefined ? null : parseEventPosition(id);
  return position?.epoch === last?.epoch && position?.number === last?.number;
}
