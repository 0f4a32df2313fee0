import type { ServerResponse } from "node:http";
import type { AttachedReader, Encoding, Outlet } from "@quickfire/broadcast";

/** A reader who comes back waits for about so long first. */
const retryMs = 3_000;
export const keepAliveMs = 15_000;
/** A socket that has not taken this much by the next keep-alive is not read any more. */
const mostUnreadBytes = 64 * 1024;

const keepAlive = Buffer.from(": keep-alive\n\n");
const opening = Buffer.from(`retry: ${retryMs}\n\n`);
const end = Buffer.from("\n\n");

const dataOf = (body: Buffer): Buffer[] => [Buffer.from("event: update\ndata: "), body, end];

/** An event as server-sent events have it. JSON holds no line break, so it is one line of data. */
export const eventStreamEncoding: Encoding = { name: "event-stream", frame: (body, id) => Buffer.concat([Buffer.from(`id: ${id}\n`), ...dataOf(body)]) };

/** Where its reader stands stays as it is. */
export const frameWithoutId = (body: Buffer): Buffer => Buffer.concat(dataOf(body));

/** The connection of one reader, as a channel writes to it. */
export class EventStreamOutlet implements Outlet {
  readonly #readers = new Set<AttachedReader>();

  constructor(private readonly reply: ServerResponse) {
    reply.on("drain", () => {
      for (const reader of this.#readers) reader.drained();
    });
    reply.once("close", () => {
      for (const reader of this.#readers) reader.close();
    });
  }

  get bufferedAmount(): number {
    return this.reply.writableLength;
  }

  open(): void {
    this.reply.write(opening);
  }

  keepAlive(): void {
    if (this.bufferedAmount > mostUnreadBytes) this.close();
    else this.reply.write(keepAlive);
  }

  writeFrames(frames: Buffer): void {
    if (!this.reply.writableEnded) this.reply.write(frames);
  }

  /** There is no word for a reason here: the reader comes back by itself, and resumes. */
  close(): void {
    this.reply.destroy();
  }

  addReader(reader: AttachedReader): void {
    this.#readers.add(reader);
  }

  removeReader(reader: AttachedReader): void {
    this.#readers.delete(reader);
  }
}

/** A reply that goes on: whoever has the connection calls `begin` once status and headers are set. */
export class EventStreamReply extends Response {
  constructor(readonly begin: (reply: ServerResponse) => void) {
    // A proxy must neither keep events back nor pack them.
    super(null, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" } });
  }
}
