import type { Encoding } from "./encoding";
import { EventLog } from "./event-log";
import { parsePosition, type Position } from "./position";
import type { Outlet, Reader, ReadOptions, Subscription } from "./reader";
import { SocketReader, type SocketReaderOptions } from "./socket-reader";
import { Stream } from "./stream";

/** How much a socket that reads slowly may cost. */
export type ChannelLimits = {
  /** A socket with more than this in its buffer is not written to until it has drained. */
  softBytes: number;
  /** A socket is closed if its buffer and what it is still to get come to more than this. */
  hardBytes: number;
  /** A socket is closed if it has not drained after this long. */
  maxLagMs: number;
};

/** What one pass over the readers did. `delayMs` runs from the first publication of the pass to its last write. */
export type FlushReport = { writes: number; bytes: number; delayMs: number };

/** All of them have a default that suits some ten thousand readers. */
export type ChannelOptions = {
  /** How many events can be resumed from. */
  capacity?: number;
  limits?: Partial<ChannelLimits>;
  /** How long a pass may hold the event loop before it lets other work in. */
  sliceMs?: number;
  onFlush?: (report: FlushReport) => void;
  onTooSlow?: () => void;
};

const defaults: ChannelLimits = { softBytes: 64 * 1024, hardBytes: 256 * 1024, maxLagMs: 5_000 };
const clockEvery = 32;

/**
 * Tells the same events to many readers. An event is serialised once and framed once for each encoding in use; all events of a
 * turn of the event loop reach a socket in one write. Order is total for a reader, nothing comes twice, and nothing is left out
 * but what a newer event of the same key has made pointless.
 */
export class Channel<Event> {
  readonly log: EventLog<Event>;
  readonly limits: ChannelLimits;
  ended = false;
  readonly #readers = new Set<SocketReader<Event>>();
  readonly #streams = new Set<Stream<Event>>();
  /** Readers with something for them alone. */
  readonly #woken = new Set<SocketReader<Event>>();
  readonly #frames = new Map<string, Buffer>();
  #framesVersion = -1;
  /** What the last reader got: nearly always the next one stands at the same place and reads alike. */
  #last: { position: Position; encoding: string; frames: Buffer } | null = null;
  #walk: Iterator<SocketReader<Event>> | null = null;
  #walkAgain = false;
  #scheduled = false;
  #report: FlushReport & { since: number } = { writes: 0, bytes: 0, delayMs: 0, since: 0 };

  constructor(private readonly options: ChannelOptions = {}) {
    this.log = new EventLog(options.capacity ?? 512);
    this.limits = { ...defaults, ...options.limits };
  }

  get readers(): number {
    return this.#readers.size + this.#streams.size;
  }

  /** False for an event that was published before, so that a source may repeat itself. */
  publish(event: Event, { id, key }: { id: string; key?: string }): boolean {
    if (!this.log.append(positionOf(id), { event, body: this.serialise(event), key })) return false;
    this.#wakeAll();
    return true;
  }

  /** Whether someone who has seen the event `id` can go on from there. */
  canResumeFrom(id: string): boolean {
    const position = parsePosition(id);
    return position !== null && this.log.leadsOnFrom(position);
  }

  /** What a reader who resumes from the event `id` is going to get. */
  eventsAfter(id: string): Event[] {
    const events: Event[] = [];
    const position = positionOf(id);
    for (let entry = this.log.next(position); entry; entry = this.log.next({ epoch: position.epoch, number: entry.number })) events.push(entry.event);
    return events;
  }

  /** Learns what came after the event `from` from whoever still knows it, so that readers can resume from there. */
  recall(from: string, past: readonly { id: string; event: Event; key?: string }[]): void {
    this.log.recall(positionOf(from), past.map(({ id, event, key }) => ({ ...positionOf(id), event, body: this.serialise(event), key })));
    this.#wakeAll();
  }

  /** Events were lost: every reader gets a snapshot. */
  forget(): void {
    this.log.forget();
    this.#wakeAll();
  }

  /** After what was published, every reader is finished. */
  end(): void {
    this.ended = true;
    this.#wakeAll();
  }

  stream(options: ReadOptions<Event> & { signal?: AbortSignal }): Subscription<Event> {
    return new Stream(this, options);
  }

  attach(outlet: Outlet, options: SocketReaderOptions<Event> & { encoding: Encoding }): Reader<Event> {
    const reader = new SocketReader(this, options);
    reader.open(outlet, options.encoding);
    return reader;
  }

  serialise(event: Event): Buffer {
    return Buffer.from(JSON.stringify(event));
  }

  /** All frames that a reader at the position is still to get: built once for all readers who stand there. */
  framesAfter(position: Position, encoding: Encoding): Buffer {
    if (this.#framesVersion !== this.log.version) this.#forgetFrames();
    if (this.#last?.position === position && this.#last.encoding === encoding.name) return this.#last.frames;
    const name = `${position.number} ${encoding.name}`;
    const frames = this.#frames.get(name) ?? this.#buildFrames(position, encoding);
    this.#frames.set(name, frames);
    this.#last = { position, encoding: encoding.name, frames };
    return frames;
  }

  /** One event's frame: built once for all readers who get something of their own beside it. */
  frameOf({ id, body }: { id: string; body: Buffer }, encoding: Encoding): Buffer {
    if (this.#framesVersion !== this.log.version) this.#forgetFrames();
    const name = `one ${id} ${encoding.name}`;
    const frame = this.#frames.get(name) ?? encoding.frame(body, id, "shared");
    this.#frames.set(name, frame);
    return frame;
  }

  #buildFrames(position: Position, encoding: Encoding): Buffer {
    const frames: Buffer[] = [];
    for (let entry = this.log.next(position); entry; entry = this.log.next({ epoch: position.epoch, number: entry.number })) {
      frames.push(encoding.frame(entry.body, entry.id, "shared"));
    }
    return frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames);
  }

  #forgetFrames(): void {
    this.#frames.clear();
    this.#last = null;
    this.#framesVersion = this.log.version;
  }

  onTooSlow(): void {
    this.options.onTooSlow?.();
  }

  add(reader: SocketReader<Event>): void {
    this.#readers.add(reader);
    this.wake(reader);
  }

  remove(reader: SocketReader<Event>): void {
    this.#readers.delete(reader);
    this.#woken.delete(reader);
  }

  addStream(stream: Stream<Event>): void {
    this.#streams.add(stream);
  }

  removeStream(stream: Stream<Event>): void {
    this.#streams.delete(stream);
  }

  wake(reader: SocketReader<Event>): void {
    this.#woken.add(reader);
    this.#schedule();
  }

  #wakeAll(): void {
    for (const stream of this.#streams) stream.wake();
    // A walk in progress has passed some readers already: they need another one.
    if (this.#walk) this.#walkAgain = true;
    else this.#walk = this.#readers.values();
    this.#schedule();
  }

  /** At the end of this turn, so that what is published together leaves together. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#report = { writes: 0, bytes: 0, delayMs: 0, since: performance.now() };
    queueMicrotask(this.#flush);
  }

  readonly #flush = (): void => {
    const until = performance.now() + (this.options.sliceMs ?? 10);
    let count = 0;
    for (let reader = this.#nextReader(); reader; reader = this.#nextReader()) {
      const bytes = reader.flush();
      if (bytes > 0) {
        this.#report.writes += 1;
        this.#report.bytes += bytes;
      }
      count += 1;
      if (count % clockEvery === 0 && performance.now() > until) {
        setImmediate(this.#flush);
        return;
      }
    }
    this.#scheduled = false;
    this.#forgetFrames();
    const { since, ...report } = this.#report;
    if (report.writes > 0) this.options.onFlush?.({ ...report, delayMs: performance.now() - since });
  };

  #nextReader(): SocketReader<Event> | null {
    while (this.#walk) {
      const next = this.#walk.next();
      if (!next.done) return next.value;
      this.#walk = this.#walkAgain ? this.#readers.values() : null;
      this.#walkAgain = false;
    }
    const [woken] = this.#woken;
    if (!woken) return null;
    this.#woken.delete(woken);
    return woken;
  }
}

function positionOf(id: string): Position {
  const position = parsePosition(id);
  if (!position) throw new Error(`an event has the id ${id}`);
  return position;
}
