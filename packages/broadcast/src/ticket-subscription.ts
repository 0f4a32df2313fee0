import { randomUUID } from "node:crypto";
import type { TrackedEnvelope } from "@trpc/server";
import { WebSocket } from "ws";
import type { Channel } from "./channel";
import type { Encoding } from "./encoding";
import type { LiveSocket } from "./live-socket";
import type { Outlet, ReadOptions, SendOptions, Subscription } from "./reader";
import { SocketReader } from "./socket-reader";

/** What stands in for a subscription's events on its way through the stock handler. */
export interface Ticket {
  /** Unguessable, so that nothing a user sends back can pass for it. */
  readonly code: string;
  redeem(outlet: Outlet, encoding: Encoding): void;
}

type Step<Event> = IteratorResult<TrackedEnvelope<Event>, undefined>;

/**
 * The way of a subscription past the stock handler: its first event is a ticket, which the socket recognises when the handler
 * sends it, and from then on events go from the channel to the socket as ready frames. The second event stays pending until the
 * subscription is over, so that the handler does all the rest as ever: stopping, errors, duplicates, the end.
 */
export class TicketSubscription<Event> implements Subscription<Event>, AsyncIterator<TrackedEnvelope<Event>, undefined>, Ticket {
  readonly code = `live:${randomUUID()}`;
  readonly #reader: SocketReader<Event>;
  #step: "new" | "issued" | "redeemed" = "new";
  readonly #over: Promise<void>;
  #finish: () => void = () => {};
  #fail: (cause: unknown) => void = () => {};

  constructor(private readonly via: LiveSocket, channel: Channel<Event>, options: ReadOptions<Event>) {
    this.#over = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    // Who stopped listening does not miss a late failure.
    this.#over.catch(() => {});
    this.#reader = new SocketReader(channel, { ...options, onEnd: () => this.#finish(), onFailure: (cause) => this.#fail(cause) });
  }

  get resumed(): boolean {
    return this.#reader.resumed;
  }

  send(event: Event, options?: SendOptions): void {
    this.#reader.send(event, options);
  }

  close(): void {
    this.via.forgetTicket(this);
    this.#reader.close();
    this.#finish();
  }

  redeem(outlet: Outlet, encoding: Encoding): void {
    this.#step = "redeemed";
    this.#reader.open(outlet, encoding);
  }

  [Symbol.asyncIterator](): AsyncIterator<TrackedEnvelope<Event>, undefined> {
    return this;
  }

  async next(): Promise<Step<Event>> {
    if (this.#step === "new") return this.#issue();
    if (this.#step === "issued" && this.via.readyState === WebSocket.OPEN) {
      throw new Error("a live subscription did not reach its socket: the iterable must be returned from the procedure as it is");
    }
    await this.#over;
    return { done: true, value: undefined };
  }

  async return(): Promise<Step<Event>> {
    this.close();
    return { done: true, value: undefined };
  }

  #issue(): Step<Event> {
    this.#step = "issued";
    this.via.expectTicket(this);
    // The handler only passes it on. No caller sees it: the type is that of the events that follow.
    return { done: false, value: this.code as unknown as TrackedEnvelope<Event> };
  }
}
