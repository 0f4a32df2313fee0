import type { GameId } from "@quickfire/engine";
import type { ControlMessage, GameListener, HubEvent } from "../event-hub.types";
import { eventIdOf, parseEventId, type EventPosition } from "./event-id";
import type { EventHistory } from "./event-history";

const eventsKept = 1_000;
/** What a feed begins with, for those who come from another node. */
const eventsReadAtStart = 100;

/**
 * One game's events as this process has seen them: in order, without gaps and doubles. An event after a gap waits until what
 * is missing has been read from the stream.
 */
export function createGameFeed({ gameId, history }: { gameId: GameId; history: EventHistory }) {
  const listeners = new Set<GameListener>();
  let newest: EventPosition | null = null;
  /** The latest events without a gap, oldest first. */
  let kept: HubEvent[] = [];
  /** Reads of the stream, one after another. */
  let reading: Promise<unknown> = Promise.resolve();

  const tell = (message: ControlMessage) => listeners.forEach((listener) => listener.onControl(message));

  function deliver(event: HubEvent, position: EventPosition): void {
    newest = position;
    kept.push(event);
    if (kept.length > eventsKept) kept.shift();
    listeners.forEach((listener) => listener.onEvent(event));
  }

  /** Begins anew behind what can't be had any more: clients need a snapshot. */
  function restartAt(position: EventPosition | null): void {
    const newEpoch = newest !== null && position?.epoch !== newest.epoch;
    newest = position;
    kept = [];
    tell({ type: "resync", newEpoch });
  }

  /** Whether the event was the next one, or one that is known already. */
  function accept(event: HubEvent): boolean {
    const position = parseEventId(event.id);
    if (!position || position.epoch !== newest?.epoch) return false;
    if (position.number === newest.number + 1) deliver(event, position);
    return position.number <= newest.number;
  }

  /** Redis came back without its newest writes. Where nobody rebuilds the game, everyone begins anew at what is left. */
  async function fallBack(now: EventPosition, seen: EventPosition): Promise<boolean> {
    if (!(await history.doubt(gameId, seen))) restartAt(now);
    return true;
  }

  /** Brings the feed up to what the stream has; true where something had been missing. */
  async function catchUp(): Promise<boolean> {
    const seenBefore = newest?.number ?? 0;
    const now = await history.newest(gameId);
    if (now?.epoch !== newest?.epoch) {
      restartAt(now);
      return true;
    }
    if (!now || !newest || now.number === newest.number) return false;
    // What was published while Redis was asked may be here before its answer is.
    if (now.number < newest.number) return now.number < seenBefore ? fallBack(now, newest) : false;
    const missed = await history.from(gameId, newest.number + 1);
    const isWhole = missed.every(accept) && newest.number >= now.number;
    if (!isWhole) restartAt(now);
    return true;
  }

  function queue<Outcome>(step: () => Promise<Outcome>): Promise<Outcome> {
    const next = reading.then(step);
    reading = next.catch(() => undefined);
    return next;
  }

  return {
    listeners,
    tell,

    /** To be called once, after the subscription stands, or what comes between is lost. */
    start: () =>
      queue(async () => {
        const now = await history.newest(gameId);
        if (!now) return;
        const first = Math.max(1, now.number - eventsReadAtStart + 1);
        const events = await history.from(gameId, first);
        const position = parseEventId(events[0]?.id ?? "");
        newest = position ? { ...position, number: position.number - 1 } : now;
        if (!events.every(accept)) restartAt(now);
      }),

    /** A published event: the next one goes straight through, one after a gap brings what is missing before it. */
    receive(event: HubEvent): Promise<unknown> {
      if (accept(event)) return reading;
      return queue(async () => accept(event) || catchUp());
    },

    /** Notices what was published and never arrived. */
    check: () => queue(catchUp),

    newestId: () => (newest ? eventIdOf(newest) : null),

    /** What came after a position, where all of it is kept. */
    after({ epoch, number }: EventPosition): HubEvent[] | null {
      if (!newest || epoch !== newest.epoch || number > newest.number) return null;
      const beforeFirst = newest.number - kept.length;
      return number < beforeFirst ? null : kept.slice(number - beforeFirst);
    },
  };
}

export type GameFeed = ReturnType<typeof createGameFeed>;
