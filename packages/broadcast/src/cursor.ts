import type { EventLog, LogEntry } from "./event-log";
import { formatPosition, parsePosition, type Position } from "./position";

/** What the next frame of a reader holds. `id` is the position from which the reader would resume after it. */
export type Due<Event> = { kind: "shared" | "personal"; id: string; event: Event; body: Buffer };

/** It comes after the event at `after`, or after everything where there is none; where it `waits`, not before the log has got there. */
type PersonalMessage<Event> = { event: Event; body: Buffer; key: string | undefined; after: Position | null; waits: boolean };

/**
 * One reader's place in a log, with the messages that are for this reader alone. Those keep their order with the shared
 * events: a personal message comes after everything that was published before it was sent, or where it waits for an event, right
 * after that one.
 */
export class Cursor<Event> {
  #position: Position | null;
  #personal: PersonalMessage<Event>[] = [];
  /** The log when the last snapshot was asked for: what happened to it since may not be in the snapshot. */
  #askedAt: { version: number; generation: number };
  /** Whether what was missed could be told from the log, so that no snapshot was needed. */
  readonly resumed: boolean;

  constructor(private readonly log: EventLog<Event>, after: Position | null) {
    this.resumed = after !== null && log.leadsOnFrom(after);
    this.#position = this.resumed ? after : null;
    this.#askedAt = { version: -1, generation: log.generation };
  }

  get position(): Position | null {
    return this.#position;
  }

  /** Something for this reader alone that waits for nothing. */
  get hasPersonal(): boolean {
    return this.#personal.length > 0 && this.#firstDue() !== undefined;
  }

  /**
   * Whether the log can't lead on from here. A snapshot may be of an epoch that this process has not heard of yet; then it
   * stands until something is published, or one snapshot would ask for the next for ever.
   */
  needsSnapshot(): boolean {
    if (this.#position === null || this.#askedAt.generation !== this.log.generation) return true;
    const head = this.log.head;
    if (head === null || this.#position === head) return false;
    if (this.#position.epoch !== head.epoch) return this.log.version !== this.#askedAt.version;
    return !this.log.covers(this.#position);
  }

  /** To be called when a snapshot is asked for, before it is read. */
  expectSnapshot(): void {
    this.#askedAt = { version: this.log.version, generation: this.log.generation };
  }

  /** Stands at the snapshot from now on. */
  placeAt(position: Position): void {
    this.#position = position;
  }

  /** A keyed message takes the place of an older one with its key that has not gone out yet. */
  post({ event, body, key, after }: { event: Event; body: Buffer; key?: string; after?: string }): void {
    if (key !== undefined) this.#personal = this.#personal.filter((waiting) => waiting.key !== key);
    const awaited = after === undefined ? null : parsePosition(after);
    this.#personal.push({ event, body, key, after: awaited ?? this.log.head, waits: awaited !== null });
  }

  isCurrent(): boolean {
    return this.#position !== null && !this.hasPersonal && this.log.isCurrent(this.#position);
  }

  moveToHead(): void {
    const head = this.log.head;
    if (head && this.#position?.epoch === head.epoch && this.#position.number < head.number) this.#position = head;
  }

  next(): Due<Event> | null {
    if (this.#position === null || this.needsSnapshot()) return null;
    const entry = this.log.next(this.#position);
    const message = this.#firstDue();
    if (message && !(entry && this.#goesBefore(entry, message))) {
      this.#personal.splice(this.#personal.indexOf(message), 1);
      return { kind: "personal", id: formatPosition(this.#position), event: message.event, body: message.body };
    }
    if (!entry) return null;
    this.#position = { epoch: this.#position.epoch, number: entry.number };
    return { kind: "shared", id: entry.id, event: entry.event, body: entry.body };
  }

  owedBytes(): number {
    const shared = this.#position === null ? 0 : this.log.owedBytes(this.#position);
    return this.#personal.reduce((sum, message) => sum + message.body.length, shared);
  }

  #firstDue(): PersonalMessage<Event> | undefined {
    return this.#personal.find((message) => !this.#isEarly(message));
  }

  /** In another epoch the event that it waits for will not come; a snapshot may tell of it before the log does. */
  #isEarly({ waits, after }: PersonalMessage<Event>): boolean {
    if (!waits || after === null) return false;
    const isBefore = (place: Position | null) => place === null || (place.epoch === after.epoch && place.number < after.number);
    return isBefore(this.log.head) && isBefore(this.#position);
  }

  #goesBefore(entry: LogEntry<Event>, message: PersonalMessage<Event>): boolean {
    return message.after !== null && message.after.epoch === this.#position?.epoch && entry.number <= message.after.number;
  }
}
