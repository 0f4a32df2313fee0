import { Channel, type ChannelOptions, formatPosition, type Outlet, type Snapshot } from "@quickfire/broadcast";
import type { PublishedBoard } from "@quickfire/realtime";
import { eventStreamEncoding, frameWithoutId } from "./event-stream";

export type NamedRow = { rank: number; userId: string; username: string; score: number };

/** What followers of a board are told: its top, each time whole. */
export type BoardUpdateEvent = { timestamp: string; board: string; leaderboard: NamedRow[]; stale?: true };

/** A board's top with names, as this process last heard of it. */
export type KnownTop = Pick<PublishedBoard, "epoch" | "number" | "at"> & { rows: NamedRow[] };

/** Whoever is away for longer is given the top anew; each event holds all of it, so there is nothing to catch up with. */
const eventsKept = 8;

/**
 * One board as this process knows it, and those who follow it. An event is serialised and framed once, however many follow; who
 * reads too slowly gets the newest when there is room for it, or is closed.
 */
export class BoardFeed {
  readonly #channel: Channel<BoardUpdateEvent>;
  readonly #outlets = new Set<Outlet>();
  #top: KnownTop | null = null;
  #stale = false;
  /** When it was last looked at, for whoever puts feeds away. */
  usedAt = 0;

  constructor(readonly name: string, options: Pick<ChannelOptions, "onTooSlow" | "onFlush" | "limits"> = {}) {
    this.#channel = new Channel({ capacity: eventsKept, ...options });
  }

  get top(): KnownTop | null {
    return this.#top;
  }

  get isStale(): boolean {
    return this.#stale;
  }

  get followers(): number {
    return this.#outlets.size;
  }

  /** Whether a publication is newer than what is known: of the same epoch with a higher number, or of another epoch. */
  isNews({ epoch, number }: Pick<PublishedBoard, "epoch" | "number">): boolean {
    return this.#top === null || epoch !== this.#top.epoch || number > this.#top.number;
  }

  learn(top: KnownTop): void {
    if (!this.isNews(top)) return this.#freshen();
    this.#top = top;
    // The event itself says that it is fresh again.
    this.#stale = false;
    this.#channel.publish(this.#event(top), { id: formatPosition(top), key: "top" });
  }

  /** Nothing newer can be had for now: who follows is told, once. */
  markStale(): void {
    if (this.#stale) return;
    this.#stale = true;
    this.#retell();
  }

  follow(outlet: Outlet, { after, snapshot }: { after: string | null; snapshot: () => Promise<KnownTop> }): void {
    this.#outlets.add(outlet);
    this.#channel.attach(outlet, {
      encoding: eventStreamEncoding,
      after,
      snapshot: async (): Promise<Snapshot<BoardUpdateEvent>> => {
        const top = await snapshot();
        return { id: formatPosition(top), event: this.#event(top) };
      },
      onClose: () => this.#outlets.delete(outlet),
    });
  }

  #freshen(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#retell();
  }

  #event(top: KnownTop): BoardUpdateEvent {
    return { timestamp: new Date(top.at).toISOString(), board: this.name, leaderboard: top.rows, ...(this.#stale ? { stale: true as const } : {}) };
  }

  /** The same board with another mark: it has no place of its own among the events, so it goes out beside them, and only to who keeps up. */
  #retell(): void {
    if (!this.#top) return;
    const frame = frameWithoutId(Buffer.from(JSON.stringify(this.#event(this.#top))));
    for (const outlet of this.#outlets) if (outlet.bufferedAmount === 0) outlet.writeFrames(frame);
  }
}
