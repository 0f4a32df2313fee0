import { once } from "node:events";
import { WebSocket, type ClientOptions } from "ws";
import type { TestNode } from "./live-fixture";

type Frame = { id?: unknown; result?: { type: string; data?: unknown }; error?: { message: string; data: { code: string; reason?: string } } };

/** The wire of tRPC without a client, to say what no client would. */
export class RawTrpc {
  readonly frames: Frame[] = [];
  readonly texts: string[] = [];
  readonly closed: Promise<number>;
  #wake: (() => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on("error", () => undefined);
    socket.on("message", (message) => {
      const text = message.toString();
      this.texts.push(text);
      if (text.startsWith("{")) this.frames.push(JSON.parse(text));
      for (const wake of this.#wake.splice(0)) wake();
    });
    this.closed = new Promise((resolve) => socket.once("close", (code) => resolve(code)));
  }

  static async connect(node: Pick<TestNode, "url">, token?: string, options: ClientOptions = {}): Promise<RawTrpc> {
    const raw = new RawTrpc(new WebSocket(`${node.url}/trpc?connectionParams=1`, options));
    await once(raw.socket, "open");
    if (token !== undefined) raw.say({ method: "connectionParams", data: { token } });
    return raw;
  }

  say(message: unknown): void {
    this.socket.send(typeof message === "string" || Buffer.isBuffer(message) ? message : JSON.stringify(message));
  }

  heartbeat(id: number): unknown {
    return { id, method: "query", params: { path: "live.heartbeat", input: {} } };
  }

  /** The answers to a request, once there is one that fits. */
  async until(fits: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const found = this.frames.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }
}
