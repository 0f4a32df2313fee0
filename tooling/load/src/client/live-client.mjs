import { connect } from "node:net";
import { clientFrame, FrameReader, opcodes } from "./frames.mjs";

/** One for all sockets: what is read is looked at before the next read. */
const readBuffer = Buffer.allocUnsafeSlow(64 * 1024);
const endOfHead = Buffer.from("\r\n\r\n");

/**
 * @typedef {object} LiveClientOptions
 * @property {string} url of the ws-server, without a path
 * @property {string | undefined} localAddress where the socket comes from
 * @property {string} path
 * @property {readonly string[]} headers
 * @property {() => void} onOpen
 * @property {(text: string) => void} onText
 * @property {(why: string) => void} onClose once, however the socket ended
 */

/** As little as a WebSocket client can be: the load generator must not be what is measured. */
export class LiveClient {
  #isOpen = false;
  #isClosed = false;
  /** @type {string} */
  #why = "the network";

  /** @param {LiveClientOptions} options */
  constructor(options) {
    this.options = options;
    this.frames = new FrameReader((opcode, bytes, start, end) => this.#onFrame(opcode, bytes, start, end));
    const { hostname, port } = new URL(options.url);
    this.socket = connect({
      host: hostname === "localhost" ? "127.0.0.1" : hostname,
      port: Number(port || 80),
      localAddress: options.localAddress,
      noDelay: true,
      onread: { buffer: readBuffer, callback: (length) => this.#onBytes(readBuffer.subarray(0, length)) },
    });
    this.socket.once("connect", () => this.#ask(hostname, port));
    this.socket.on("error", (error) => (this.#why = error.message));
    this.socket.once("close", () => this.#closed());
  }

  /** @param {string} text */
  say(text) {
    this.socket.write(clientFrame(text));
  }

  /** As a network that fails: without a word. */
  cut() {
    this.#why = "cut";
    this.socket.destroy();
  }

  /** @param {string} hostname @param {string} port */
  #ask(hostname, port) {
    const { path, headers } = this.options;
    const lines = [
      `GET ${path} HTTP/1.1`, `Host: ${hostname}:${port}`, "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: cXVpY2tmaXJlLWxvYWQtMQ==", "User-Agent: quickfire-load", ...headers,
    ];
    this.socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  }

  /** @param {Buffer} bytes */
  #onBytes(bytes) {
    if (this.#isOpen) this.frames.read(bytes);
    else this.#onHead(bytes);
    return true;
  }

  /** The answer to the upgrade is short and comes in one piece. @param {Buffer} bytes */
  #onHead(bytes) {
    const head = bytes.indexOf(endOfHead);
    const status = bytes.toString("latin1", 9, 12);
    if (status !== "101" || head < 0) {
      this.#why = `refused with ${status}`;
      this.socket.destroy();
      return;
    }
    this.#isOpen = true;
    this.options.onOpen();
    if (bytes.length > head + 4) this.frames.read(bytes.subarray(head + 4));
  }

  /** @param {number} opcode @param {Buffer} bytes @param {number} start @param {number} end */
  #onFrame(opcode, bytes, start, end) {
    switch (opcode) {
      case opcodes.text: {
        const text = bytes.toString("utf8", start, end);
        if (text === "PING") this.say("PONG");
        else this.options.onText(text);
        return;
      }
      case opcodes.ping:
        this.socket.write(clientFrame(Buffer.from(bytes.subarray(start, end)), opcodes.pong));
        return;
      case opcodes.close:
        this.#why = `closed with ${end - start >= 2 ? bytes.readUInt16BE(start) : 1005}`;
        this.socket.end();
    }
  }

  #closed() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.options.onClose(this.#why);
  }
}
