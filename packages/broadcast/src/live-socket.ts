import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import { trpcEncoding } from "./encoding";
import type { AttachedReader, Outlet } from "./reader";
import { tryLater } from "./socket-reader";
import { textFrameOf } from "./text-frame";
import type { Ticket } from "./ticket-subscription";

type Message = Parameters<WebSocket["send"]>[0];
type SendOptions = Parameters<WebSocket["send"]>[1];
type SendCallback = (error?: Error) => void;

/** What a client that calls but never reads may leave in the buffer. */
const mostBufferedBytes = 256 * 1024;
const longestTicketMessage = 512;
const ticketInMessage = /"data":"(live:[^"]+)"/;

/**
 * A WebSocket that frames can be written to directly. `ws` takes the class as an option, and `applyWSSHandler` of tRPC sees an
 * ordinary socket; only the message that holds a ticket does not go out: it attaches its subscription to this socket instead.
 *
 * Whole frames written beside those of `ws` are safe because a server's frames are neither masked nor (here) compressed, and
 * `ws` writes each of its own in one piece.
 */
export class LiveSocket extends WebSocket implements Outlet {
  #transport: Duplex | null = null;
  #meter: ((bytes: number) => void) | undefined;
  readonly #readers = new Set<AttachedReader>();
  readonly #tickets = new Map<string, Ticket>();

  /** Must be called once the upgrade is done, with the socket of the request. The meter is told what goes out. */
  bindTransport(transport: Duplex, meter?: (bytes: number) => void): void {
    this.#transport = transport;
    this.#meter = meter;
    transport.on("drain", () => {
      for (const reader of this.#readers) reader.drained();
    });
    this.once("close", () => this.#detachAll());
  }

  writeFrames(frames: Buffer): void {
    if (this.readyState !== WebSocket.OPEN) return;
    this.#transport?.write(frames);
    this.#meter?.(frames.length);
  }

  /** One text message, in one piece: what `send` does, for a fraction of its cost. */
  writeText(text: string): void {
    if (this.#isTooSlow()) return this.close(tryLater, "too slow");
    this.writeFrames(textFrameOf(text));
  }

  addReader(reader: AttachedReader): void {
    this.#readers.add(reader);
  }

  removeReader(reader: AttachedReader): void {
    this.#readers.delete(reader);
  }

  /** The ticket is good for one message, sent over this socket. */
  expectTicket(ticket: Ticket): void {
    this.#tickets.set(ticket.code, ticket);
  }

  forgetTicket(ticket: Ticket): void {
    this.#tickets.delete(ticket.code);
  }

  override send(message: Message, callback?: SendCallback): void;
  override send(message: Message, options: SendOptions, callback?: SendCallback): void;
  override send(message: Message, options?: SendOptions | SendCallback, callback?: SendCallback): void {
    if (this.#tickets.size > 0 && typeof message === "string" && this.#redeem(message)) return;
    if (this.#isTooSlow()) return this.close(tryLater, "too slow");
    if (typeof message === "string") this.#meter?.(Buffer.byteLength(message));
    if (typeof options === "object") super.send(message, options, callback);
    else super.send(message, options);
  }

  override close(code?: number, reason?: string | Buffer): void {
    // Nothing may follow a Close frame.
    this.#detachAll();
    super.close(code, reason);
  }

  #isTooSlow(): boolean {
    return this.readyState === WebSocket.OPEN && this.bufferedAmount > mostBufferedBytes;
  }

  #redeem(message: string): boolean {
    if (message.length > longestTicketMessage) return false;
    const code = ticketInMessage.exec(message)?.[1];
    const ticket = code === undefined ? undefined : this.#tickets.get(code);
    if (!ticket || this.readyState !== WebSocket.OPEN) return false;
    this.#tickets.delete(ticket.code);
    // The message is the stock handler's own, so its form needs no check.
    const { id, jsonrpc }: { id: number | string; jsonrpc?: "2.0" } = JSON.parse(message);
    ticket.redeem(this, trpcEncoding({ id, jsonrpc }));
    return true;
  }

  #detachAll(): void {
    for (const reader of this.#readers) reader.close();
    this.#readers.clear();
    this.#tickets.clear();
  }
}
