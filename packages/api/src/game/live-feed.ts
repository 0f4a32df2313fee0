import type { GameEvent, HostMessage, PersonalMessage } from "@quickfire/engine";
import type { TrackedEnvelope } from "@trpc/server";

export type LiveMessage = GameEvent | PersonalMessage | HostMessage;

/** One socket's place in its game; ws-server holds one for each. */
export interface LiveFeed {
  /**
   * Everything that all in the game are told, and in order with it what is for this one alone. It begins with a snapshot, or
   * with what came after the event `after` where that is still known. A procedure must return it as it is.
   */
  events(options: { after?: string; signal?: AbortSignal }): Promise<AsyncIterable<TrackedEnvelope<LiveMessage>>>;
  /** For this socket's subscriptions alone. */
  tell(message: PersonalMessage): void;
  /** Redis's time at which the socket was last read, before anything was parsed. */
  readonly readAt: number;
  /** The socket's measured round trip, where the game makes up for it. */
  readonly roundTripMs: number | undefined;
  /** The node can hardly keep up, and leaves out whatever is not an answer. */
  readonly isStrained: boolean;
}
