import { tracked, type TrackedEnvelope } from "@trpc/server";
import type { Channel } from "./channel";
import { Cursor } from "./cursor";
import { parsePosition } from "./position";
import type { ReadOptions, SendOptions, Subscription } from "./reader";

type Step<Event> = IteratorResult<TrackedEnvelope<Event>, undefined>;

/**
 * A channel as a plain async iterable, for whatever is not one of our sockets: server-side callers, SSE, tests, the stock
 * WebSocket handler. It is pulled, so it needs no limits: who pulls slowly gets only the newest of what is conflated, and a
 * snapshot if the log has moved on beyond them.
 */
export class Stream<Event> implements Subscription<Event>, AsyncIterator<TrackedEnvelope<Event>, undefined> {
  readonly #cursor: Cursor<Event>;
  #waiting: (() => void)[] = [];
  #closed = false;

  constructor(private readonly channel: Channel<Event>, private readonly options: ReadOptions<Event> & { signal?: AbortSignal }) {
    this.#cursor = new Cursor(channel.log, options.after ? parsePosition(options.after) : null);
  }

  get resumed(): boolean {
    return this.#cursor.resumed;
  }

  send(event: Event, options: SendOptions = {}): void {
    this.#cursor.post({ event, body: this.channel.serialise(event), ...options });
    this.wake();
  }

  readonly close = (): void => {
    if (this.#closed) return;
    this.#closed = true;
    this.channel.removeStream(this);
    this.options.signal?.removeEventListener("abort", this.close);
    this.wake();
    this.options.onClose?.();
  };

  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  [Symbol.asyncIterator](): AsyncIterator<TrackedEnvelope<Event>, undefined> {
    if (this.options.signal?.aborted) this.close();
    if (this.#closed) return this;
    this.options.signal?.addEventListener("abort", this.close, { once: true });
    this.channel.addStream(this);
    return this;
  }

  async next(): Promise<Step<Event>> {
    while (!this.#closed) {
      if (this.#cursor.needsSnapshot()) return { done: false, value: await this.#snapshot() };
      const due = this.#cursor.next();
      if (due) return { done: false, value: tracked(due.id, due.event) };
      if (this.channel.ended) this.close();
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return { done: true, value: undefined };
  }

  /** Not a generator's `return`: that would wait for the next event before it could stop. */
  async return(): Promise<Step<Event>> {
    this.close();
    return { done: true, value: undefined };
  }

  async #snapshot(): Promise<TrackedEnvelope<Event>> {
    this.#cursor.expectSnapshot();
    const snapshot = await this.options.snapshot();
    const position = parsePosition(snapshot.id);
    if (!position) throw new Error(`a snapshot has the id ${snapshot.id}`);
    this.#cursor.placeAt(position);
    return tracked(snapshot.id, snapshot.event);
  }
}
