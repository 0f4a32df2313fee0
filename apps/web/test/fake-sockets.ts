import { vi } from "vitest";
import type { FeedMessage } from "../src/live/store/feed-message";

type Request = { id: number; method: string; params?: { path: string; input?: unknown } };
type Reply = { result: { type: string; id?: string; data?: unknown } } | { error: { message: string; code: number; data: { code: string; httpStatus: number } } };

/** What a server does with one connection of a page. */
export type ServerSide = {
  /** Null until the page has presented it. */
  token: string | null;
  subscriptions: { path: string; input: unknown }[];
  calls: [path: string, input: unknown][];
  open: () => void;
  say: (message: FeedMessage) => void;
  refuseFeed: () => void;
  askToReconnect: () => void;
  close: (code: number) => void;
  isClosed: () => boolean;
};

/**
 * Stands where the network is: the page's client is the real one, and speaks tRPC over WebSockets to this. `feed` says whether
 * a subscription starts, `pings` whether they are answered; `answerTo` what a call brings: where that is undefined, nothing.
 */
export function fakeSockets({ opens = true, feed = true, pings = true, answerTo = (() => undefined) as (path: string) => unknown } = {}) {
  const network = { opens, feed, pings, answerTo, opened: [] as (ServerSide & { url: string })[] };

  vi.stubGlobal("WebSocket", class extends EventTarget {
    static readonly OPEN = 1;
    readyState = 0;
    #server: ServerSide;
    #feedId: number | null = null;

    constructor(url: string) {
      super();
      this.#server = {
        token: null,
        subscriptions: [],
        calls: [],
        open: () => { this.readyState = 1; this.dispatchEvent(new Event("open")); },
        say: (message) => this.#reply(this.#feedId, { result: { type: "data", id: message.id, data: { id: message.id, data: message } } }),
        refuseFeed: () => this.#reply(this.#feedId, { error: { message: "no", code: -32003, data: { code: "FORBIDDEN", httpStatus: 403 } } }),
        askToReconnect: () => this.#receive({ id: null, method: "reconnect" }),
        close: (code) => this.#end(code),
        isClosed: () => this.readyState === 3,
      };
      network.opened.push(Object.assign(this.#server, { url }));
      if (network.opens) setTimeout(this.#server.open);
    }

    /** As on a network, no reply comes before the call that asked for it has returned. */
    send(text: string): void {
      setTimeout(() => this.#hear(text));
    }

    #hear(text: string): void {
      if (text === "PING") {
        if (network.pings) this.#receive("PONG");
        return;
      }
      const said: unknown = JSON.parse(text);
      for (const request of (Array.isArray(said) ? said : [said]) as Request[]) this.#serve(request, said);
    }

    close(): void {
      this.#end(1005);
    }

    #serve({ id, method, params }: Request, said: unknown): void {
      if (method === "connectionParams") this.#server.token = (said as { data: { token: string } }).data.token;
      if (!params) return;
      const { path, input } = params;
      if (method === "subscription") {
        this.#server.subscriptions.push({ path, input });
        this.#feedId = id;
        if (network.feed) this.#reply(id, { result: { type: "started" } });
        return;
      }
      this.#server.calls.push([path, input]);
      const data = network.answerTo(path);
      if (data !== undefined) this.#reply(id, { result: { type: "data", data } });
    }

    #reply(id: number | null, reply: Reply): void {
      this.#receive({ id, ...reply });
    }

    #receive(message: unknown): void {
      if (this.readyState !== 1) return;
      this.dispatchEvent(Object.assign(new Event("message"), { data: typeof message === "string" ? message : JSON.stringify(message) }));
    }

    #end(code: number): void {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.dispatchEvent(Object.assign(new Event("close"), { code }));
    }
  });

  /** The connection that was opened last. */
  const latest = () => {
    const server = network.opened.at(-1);
    if (!server) throw new Error("no connection was opened yet");
    return server;
  };
  return Object.assign(network, { latest });
}
