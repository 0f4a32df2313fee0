import { formatPosition, type Position } from "./position";

export type LogEntry<Event> = {
  readonly id: string;
  readonly number: number;
  readonly key: string | undefined;
  readonly event: Event;
  /** The event as JSON, in UTF-8: serialised once, whoever reads it. */
  readonly body: Buffer;
};

export type NewEntry<Event> = { event: Event; body: Buffer; key?: string };

/**
 * The newest events of a channel, in one epoch and without a gap. Readers keep a position in it and no queue of their own, so
 * what a slow reader costs does not grow with what it has missed.
 */
export class EventLog<Event> {
  /** Counts what was ever appended: tells a reader whether anything came since it last looked. */
  version = 0;
  /** Grows when everything is forgotten: positions from before lead nowhere. */
  generation = 0;
  /** Where the newest event stands: the same object until there is a newer one, so that most comparisons are of identities. */
  head: Position | null = null;
  #epoch: string | null = null;
  #first = 0;
  /** Null where a newer event of the same key has taken an entry's place. */
  #entries: (LogEntry<Event> | null)[] = [];
  #newestOfKey = new Map<string, LogEntry<Event>>();

  constructor(private readonly capacity: number) {}

  get #end(): number {
    return this.#first + this.#entries.length;
  }

  /**
   * False for what is already known. An event that does not follow on the newest one (a gap, another epoch) starts the log
   * afresh: what is missing can't be told any more, and readers who stand before it need a snapshot.
   */
  append(position: Position, added: NewEntry<Event>): boolean {
    if (position.epoch === this.#epoch && position.number < this.#end) return false;
    if (position.epoch !== this.#epoch || position.number > this.#end) this.#startAt(position);
    const entry = makeEntry(position, added);
    if (entry.key !== undefined) {
      this.#leaveOut(this.#newestOfKey.get(entry.key));
      this.#newestOfKey.set(entry.key, entry);
    }
    this.#entries.push(entry);
    this.head = { epoch: position.epoch, number: position.number };
    if (this.#entries.length > this.capacity) this.#dropOldest();
    this.version += 1;
    return true;
  }

  /** Learns from elsewhere what happened before its oldest event: all that came after `from`, at least up to what it knows. */
  recall(from: Position, past: readonly (Position & NewEntry<Event>)[]): void {
    if (this.#epoch === null) this.#startAt({ epoch: from.epoch, number: from.number + 1 });
    if (from.epoch !== this.#epoch || from.number >= this.#end) return;
    const older = past.filter((event) => event.number < this.#first);
    const isGapless = older.length === this.#first - from.number - 1;
    if (isGapless && this.#entries.length + older.length <= this.capacity) {
      for (const event of older.reverse()) this.#prepend(event);
    }
    for (const event of past) this.append(event, event);
  }

  forget(): void {
    this.#epoch = null;
    this.head = null;
    this.#entries = [];
    this.#newestOfKey.clear();
    this.generation += 1;
  }

  /** Whether everything after the position is still here. A position ahead of the head is: its reader waits for the log to arrive there. */
  covers(position: Position): boolean {
    return position.epoch === this.#epoch && position.number >= this.#first - 1;
  }

  /** Whether the position is one that was reached, with all that followed: only from there can a newcomer go on. */
  leadsOnFrom(position: Position): boolean {
    return this.covers(position) && position.number < this.#end;
  }

  isCurrent(position: Position): boolean {
    return position.epoch !== this.#epoch || position.number >= this.#end - 1;
  }

  /** The next event for a reader at the position, without those that a newer one of the same key makes pointless. */
  next(position: Position): LogEntry<Event> | null {
    if (position.epoch !== this.#epoch) return null;
    for (let index = Math.max(0, position.number - this.#first + 1); index < this.#entries.length; index += 1) {
      const entry = this.#entries[index];
      if (entry) return entry;
    }
    return null;
  }

  owedBytes(position: Position): number {
    if (position.epoch !== this.#epoch) return 0;
    return this.#entries.slice(Math.max(0, position.number - this.#first + 1)).reduce((sum, entry) => sum + (entry?.body.length ?? 0), 0);
  }

  #startAt(position: Position): void {
    this.#epoch = position.epoch;
    this.head = { epoch: position.epoch, number: position.number - 1 };
    this.#first = position.number;
    this.#entries = [];
    this.#newestOfKey.clear();
  }

  #prepend(event: Position & NewEntry<Event>): void {
    const entry = makeEntry(event, event);
    const isPointless = entry.key !== undefined && this.#newestOfKey.has(entry.key);
    if (entry.key !== undefined && !isPointless) this.#newestOfKey.set(entry.key, entry);
    this.#entries.unshift(isPointless ? null : entry);
    this.#first -= 1;
  }

  #leaveOut(older: LogEntry<Event> | undefined): void {
    if (older) this.#entries[older.number - this.#first] = null;
  }

  #dropOldest(): void {
    const dropped = this.#entries.shift();
    this.#first += 1;
    if (dropped?.key !== undefined) this.#newestOfKey.delete(dropped.key);
  }
}

function makeEntry<Event>(position: Position, { event, body, key }: NewEntry<Event>): LogEntry<Event> {
  return { id: formatPosition(position), number: position.number, key, event, body };
}
