import type { AttachedReader, Outlet } from "../src";
import { readFrames } from "./read-frames";

/** A socket's outgoing side whose network is in the test's hands: bytes pile up until `drain`. */
export class FakeOutlet implements Outlet {
  bufferedAmount = 0;
  closedWith: { code: number; reason: string } | null = null;
  readonly writes: Buffer[] = [];
  /** What goes out stays in the buffer while this is set. */
  isStuck = false;
  readonly #readers = new Set<AttachedReader>();

  writeFrames(frames: Buffer): void {
    if (this.closedWith) throw new Error("written to after the close");
    this.writes.push(frames);
    if (this.isStuck) this.bufferedAmount += frames.length;
  }

  close(code: number, reason: string): void {
    this.closedWith = { code, reason };
    for (const reader of this.#readers) reader.close();
  }

  addReader(reader: AttachedReader): void {
    this.#readers.add(reader);
  }

  removeReader(reader: AttachedReader): void {
    this.#readers.delete(reader);
  }

  drain(): void {
    this.isStuck = false;
    this.bufferedAmount = 0;
    for (const reader of this.#readers) reader.drained();
  }

  get messages(): unknown[] {
    return this.writes.flatMap((frames) => readFrames(frames)).map((text) => JSON.parse(text));
  }
}
