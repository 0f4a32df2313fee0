import type { TrackedEnvelope } from "@trpc/server";

/** What a reader gets in place of events that can't be told any more: the state after the event `id`. */
export type Snapshot<Event> = { id: string; event: Event };

/** Where a reader begins, and what becomes of it. */
export type ReadOptions<Event> = {
  /** The id of the last event that the reader has seen. */
  after?: string | null;
  snapshot: () => Promise<Snapshot<Event>>;
  /** Called once, however the reading ends. */
  onClose?: () => void;
};

/** `key`: gives way to a newer message with it, as long as it waits. `after`: waits for the event of this id, and leaves in one write with it. */
export type SendOptions = { key?: string; after?: string };

/** One who reads a channel. */
export interface Reader<Event> {
  /** Whether the channel could lead on from `after`; else a snapshot comes first. */
  readonly resumed: boolean;
  /** For this reader alone, in order with what all get. */
  send(event: Event, options?: SendOptions): void;
  close(): void;
}

/** A reader in the form that a tRPC subscription returns. */
export interface Subscription<Event> extends Reader<Event>, AsyncIterable<TrackedEnvelope<Event>> {}

/** The side of a socket to which frames are written. */
export interface Outlet {
  readonly bufferedAmount: number;
  writeFrames(frames: Buffer): void;
  close(code: number, reason: string): void;
  /** The reader is told when the buffer has drained, and when the socket is gone. */
  addReader(reader: AttachedReader): void;
  removeReader(reader: AttachedReader): void;
}

/** What an outlet knows of a reader that writes to it. */
export interface AttachedReader {
  drained(): void;
  close(): void;
}
