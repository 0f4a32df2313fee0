import type { Channel } from "./channel";
import { LiveSocket } from "./live-socket";
import type { ReadOptions, Subscription } from "./reader";
import { TicketSubscription } from "./ticket-subscription";

/**
 * A channel as what a tRPC subscription returns. Over a `LiveSocket` its events are written as ready frames; over anything
 * else it is an ordinary async iterable of tracked events. A procedure must return it as it is.
 */
export function broadcast<Event>(via: unknown, channel: Channel<Event>, options: ReadOptions<Event> & { signal?: AbortSignal }): Subscription<Event> {
  return via instanceof LiveSocket ? new TicketSubscription(via, channel, options) : channel.stream(options);
}
