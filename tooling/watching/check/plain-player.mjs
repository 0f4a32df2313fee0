import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";

/**
 * @typedef {{ type: string, id?: string, payload: Record<string, any> }} Message
 * @typedef {{ wsUrl: string, quizId: string, participantId: string, token: string }} Join
 */

/** A player on the plain-JSON socket who comes back by itself, resumes, and sends again what has no receipt yet. */
export class PlainPlayer {
  /** @type {Message[]} */
  messages = [];
  reconnects = 0;
  /** @type {string | undefined} */
  #lastEventId;
  /** @type {WebSocket | null} */
  #socket = null;
  #left = false;
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /** @param {Join} join */
  constructor(join) {
    this.join = join;
  }

  get isConnected() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  async connect() {
    const url = new URL(this.join.wsUrl);
    url.searchParams.set("quizId", this.join.quizId);
    url.searchParams.set("participantId", this.join.participantId);
    if (this.#lastEventId) url.searchParams.set("lastEventId", this.#lastEventId);
    const socket = new WebSocket(url, ["quickfire.v1", `token.${this.join.token}`]);
    this.#socket = socket;
    socket.on("message", (text) => this.#receive(JSON.parse(String(text))));
    socket.on("error", () => undefined);
    socket.once("close", (code) => {
      if (!this.#left && code !== 1000) void this.#comeBack();
    });
    await new Promise((resolve) => {
      socket.once("open", () => resolve(null));
      socket.once("close", () => resolve(null));
    });
  }

  async #comeBack() {
    // Everybody at another moment, as the contract asks of clients.
    await pause(50 + Math.random() * 200);
    if (this.#left) return;
    this.reconnects += 1;
    await this.connect();
  }

  /** @param {Message} message */
  #receive(message) {
    if (message.id) this.#lastEventId = message.id;
    this.messages.push(message);
    for (const look of this.#waiting) look();
  }

  /**
   * @param {string} type
   * @param {(payload: Record<string, any>) => boolean} [matches]
   * @param {number} [timeoutMs]
   * @returns {Promise<Message>}
   */
  next(type, matches = () => true, timeoutMs = 30_000) {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.messages.find((message) => message.type === type && matches(message.payload));
        if (!found) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => reject(new Error(`no ${type} within ${timeoutMs} ms`)), timeoutMs);
      this.#waiting.add(look);
      look();
    });
  }

  /** @param {string} type @param {unknown} payload */
  send(type, payload) {
    if (this.isConnected) this.#socket?.send(JSON.stringify({ type, payload }));
  }

  /** Sends the answer until it is acknowledged, as the clients of the product do. @param {Record<string, unknown> & { questionId: string, actionId: string }} answer */
  async answer(answer) {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      this.send("answer_submission", { ...answer, answeredAt: new Date().toISOString() });
      const receipt = await this.next("answer_result", ({ actionId }) => actionId === answer.actionId, 500).catch(() => null);
      if (receipt && receipt.payload.reason !== "BUSY") return receipt.payload;
      this.messages = this.messages.filter((message) => message !== receipt);
    }
    throw new Error("an answer was never acknowledged");
  }

  leave() {
    this.#left = true;
    this.#socket?.close();
  }
}
