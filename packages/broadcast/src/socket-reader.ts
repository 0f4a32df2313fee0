import type { Channel } from "./channel";
import { Cursor } from "./cursor";
import type { Encoding } from "./encoding";
import { parsePosition } from "./position";
import type { AttachedReader, Outlet, Reader, ReadOptions, SendOptions } from "./reader";

/** The close code of one who reads too slowly, or for whom no snapshot could be had: come back and resume. */
export const tryLater = 1013;
const snapshotTries = 5;

export type SocketReaderOptions<Event> = ReadOptions<Event> & {
  /** Everything was written and the channel has ended. */
  onEnd?: () => void;
  /** No snapshot could be had. Unless set, the socket is closed: its peer comes back and tries again. */
  onFailure?: (cause: unknown) => void;
};

/**
 * Writes a channel to a socket: a cursor and what the socket's buffer says. While the buffer is full nothing is written; once
 * it has drained, what was missed follows from the channel's log, of a conflated kind only the newest. Who owes too much, or
 * drains too slowly, is closed, comes back and resumes.
 */
export class SocketReader<Event> implements Reader<Event>, AttachedReader {
  readonly #cursor: Cursor<Event>;
  #outlet: Outlet | null = null;
  #encoding: Encoding | null = null;
  #fetching = false;
  #snapshots = 0;
  #behind: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(private readonly channel: Channel<Event>, private readonly options: SocketReaderOptions<Event>) {
    this.#cursor = new Cursor(channel.log, options.after ? parsePosition(options.after) : null);
  }

  get resumed(): boolean {
    return this.#cursor.resumed;
  }

  get isBehind(): boolean {
    return this.#behind !== null;
  }

  open(outlet: Outlet, encoding: Encoding): void {
    if (this.#closed) return;
    this.#outlet = outlet;
    this.#encoding = encoding;
    outlet.addReader(this);
    this.channel.add(this);
  }

  send(event: Event, options: SendOptions = {}): void {
    if (this.#closed) return;
    this.#cursor.post({ event, body: this.channel.serialise(event), ...options });
    // What waits for an event is written with it.
    if (this.#outlet && this.#cursor.hasPersonal) this.channel.wake(this);
  }

  /** Nothing is written any more after this returns. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#caughtUp();
    this.#outlet?.removeReader(this);
    this.channel.remove(this);
    this.options.onClose?.();
  }

  drained(): void {
    this.#caughtUp();
    this.channel.wake(this);
  }

  /** Writes all that is due, in one write; the number of bytes. Costs next to nothing where nothing is. */
  flush(): number {
    if (this.#closed || this.#fetching || !this.#outlet || !this.#encoding) return 0;
    if (this.#cursor.needsSnapshot()) {
      // Who is behind by more than the log can tell gets one snapshot once it has drained, and not one each time that the log moves on.
      if (this.#isFull(this.#outlet)) return this.#fallBehind(this.#outlet);
      void this.#fetchSnapshot();
      return 0;
    }
    if (this.#cursor.isCurrent()) return this.#finishIfEnded();
    if (this.#isFull(this.#outlet)) return this.#fallBehind(this.#outlet);
    const frames = this.#cursor.hasPersonal ? this.#collect(this.#encoding) : this.#shared(this.#encoding);
    this.#outlet.writeFrames(frames);
    this.#finishIfEnded();
    return frames.length;
  }

  /** The same bytes for all who stand at the same place with the same encoding. */
  #shared(encoding: Encoding): Buffer {
    const position = this.#cursor.position;
    if (!position) return Buffer.alloc(0);
    const frames = this.channel.framesAfter(position, encoding);
    this.#cursor.moveToHead();
    return frames;
  }

  #collect(encoding: Encoding): Buffer {
    const frames: Buffer[] = [];
    for (let due = this.#cursor.next(); due; due = this.#cursor.next()) {
      frames.push(due.kind === "shared" ? this.channel.frameOf(due, encoding) : encoding.frame(due.body, due.id, due.kind));
    }
    return Buffer.concat(frames);
  }

  async #fetchSnapshot(): Promise<void> {
    this.#fetching = true;
    try {
      if (this.#snapshots >= snapshotTries) throw new Error("the snapshots are older than what the channel can tell");
      this.#snapshots += 1;
      this.#cursor.expectSnapshot();
      const snapshot = await this.options.snapshot();
      const position = parsePosition(snapshot.id);
      if (!position) throw new Error(`a snapshot has the id ${snapshot.id}`);
      this.#fetching = false;
      this.#place(position, snapshot.event);
    } catch (cause) {
      this.#fetching = false;
      this.#fail(cause);
    }
  }

  #place(position: { epoch: string; number: number }, event: Event): void {
    if (this.#closed || !this.#outlet || !this.#encoding) return;
    this.#cursor.placeAt(position);
    const isOutdated = this.#cursor.needsSnapshot();
    if (!isOutdated) {
      this.#snapshots = 0;
      this.#outlet.writeFrames(this.#encoding.frame(this.channel.serialise(event), `${position.epoch}.${position.number}`, "snapshot"));
    }
    this.channel.wake(this);
  }

  #fail(cause: unknown): void {
    if (this.#closed) return;
    const outlet = this.#outlet;
    this.close();
    if (this.options.onFailure) this.options.onFailure(cause);
    else outlet?.close(tryLater, "try again later");
  }

  #isFull(outlet: Outlet): boolean {
    return outlet.bufferedAmount > this.channel.limits.softBytes;
  }

  #fallBehind(outlet: Outlet): number {
    if (outlet.bufferedAmount + this.#cursor.owedBytes() > this.channel.limits.hardBytes) this.#giveUp(outlet);
    else this.#behind ??= setTimeout(() => this.#giveUp(outlet), this.channel.limits.maxLagMs).unref();
    return 0;
  }

  #giveUp(outlet: Outlet): void {
    this.close();
    this.channel.onTooSlow();
    outlet.close(tryLater, "too slow");
  }

  #caughtUp(): void {
    if (this.#behind) clearTimeout(this.#behind);
    this.#behind = null;
  }

  #finishIfEnded(): number {
    if (this.channel.ended && this.#cursor.isCurrent()) {
      this.close();
      this.options.onEnd?.();
    }
    return 0;
  }
}
