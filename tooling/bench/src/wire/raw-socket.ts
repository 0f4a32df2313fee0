import { connect, type Socket } from "node:net";
import { FrameReader, type OnFrame, opcodes } from "./frame-reader";

const endOfHead = "\r\n\r\n";
/** Masked with zeros, and empty, as a server's pings are. */
const pong = Buffer.from([0x80 | opcodes.pong, 0x80, 0, 0, 0, 0]);
/** All sockets read into the same memory, one after another: what is read is used before the next one reads. */
const shared = Buffer.allocUnsafe(256 * 1024);

export type RawAddress = { port: number; path: string; headers?: Record<string, string> };

/** A WebSocket client with nothing in it that a measurement would have to subtract: no events, no streams, no copies. */
export class RawSocket {
  onClose: () => void = () => {};
  #reader: FrameReader;
  #head: string | null = "";

  private constructor(readonly socket: Socket, onFrame: OnFrame) {
    this.#reader = new FrameReader((bytes, start, end, opcode) => {
      // Who waits for long is asked for a sign of life.
      if (opcode === opcodes.ping) this.write(pong);
      onFrame(bytes, start, end, opcode);
    });
  }

  static connect({ port, path, headers = {} }: RawAddress, onFrame: OnFrame): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect({
        port,
        host: "127.0.0.1",
        noDelay: true,
        onread: {
          buffer: shared,
          callback: (length) => {
            raw.#read(shared.subarray(0, length), resolve, reject);
            return true;
          },
        },
      });
      const raw = new RawSocket(socket, onFrame);
      socket.once("error", (error) => {
        reject(error);
        socket.destroy();
      });
      socket.once("close", () => {
        reject(new Error("closed before it was open"));
        raw.onClose();
      });
      const lines = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines.join("\r\n")}${endOfHead}`);
    });
  }

  write(frame: Buffer): void {
    this.socket.write(frame);
  }

  destroy(): void {
    this.onClose = () => {};
    this.socket.destroy();
  }

  #read(piece: Buffer, resolve: (socket: RawSocket) => void, reject: (error: Error) => void): void {
    if (this.#head === null) return this.#reader.read(piece);
    this.#head += piece.toString("latin1");
    const end = this.#head.indexOf(endOfHead);
    if (end === -1) return;
    if (!this.#head.startsWith("HTTP/1.1 101")) return reject(new Error(`refused: ${this.#head.slice(0, this.#head.indexOf("\r\n"))}`));
    const frames = Buffer.from(this.#head.slice(end + endOfHead.length), "latin1");
    this.#head = null;
    resolve(this);
    if (frames.length > 0) this.#reader.read(frames);
  }
}
