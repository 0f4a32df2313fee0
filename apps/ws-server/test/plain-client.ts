import { once } from "node:events";
import { type IncomingMessage } from "node:http";
import { WebSocket, type ClientOptions } from "ws";
import type { TestNode, TestPlayer } from "./live-fixture";
import { Transcript } from "./transcript";

export type Seen = { type: string; payload: Record<string, unknown>; id?: string };

export type PlainOptions = ClientOptions & { lastEventId?: string; quizId?: string; participantId?: string; token?: string; tokenInUrl?: boolean };

/** A program that plays by the public contract alone. */
export class PlainClient extends Transcript<Seen> {
  closedWith: { code: number; reason: string } | null = null;
  readonly closed: Promise<{ code: number; reason: string }>;

  constructor(readonly socket: WebSocket) {
    super();
    socket.on("message", (message) => this.add(JSON.parse(message.toString())));
    socket.on("error", () => undefined);
    this.closed = new Promise((resolve) => {
      socket.once("close", (code, reason) => resolve((this.closedWith = { code, reason: reason.toString() })));
    });
  }

  say(type: string, payload: Record<string, unknown> = {}): void {
    this.socket.send(JSON.stringify({ type, payload }));
  }

  answer(questionId: string, selectedOption: number | string, more: Record<string, unknown> = {}): void {
    this.say("answer_submission", { questionId, selectedOption, answeredAt: new Date().toISOString(), ...more });
  }

  get lastEventId(): string | undefined {
    return this.messages.findLast(({ id }) => id !== undefined)?.id;
  }
}

function open(node: Pick<TestNode, "url">, player: Pick<TestPlayer, "gameId" | "participantId" | "token">, options: PlainOptions): WebSocket {
  const { lastEventId, quizId = player.gameId, participantId = player.participantId, token = player.token, tokenInUrl = false, ...rest } = options;
  const query = new URLSearchParams({ quizId, participantId, ...(lastEventId === undefined ? {} : { lastEventId }), ...(tokenInUrl ? { token } : {}) });
  return new WebSocket(`${node.url}/ws?${query.toString()}`, tokenInUrl ? [] : ["quickfire.v1", `token.${token}`], rest);
}

export async function connectPlain(node: Pick<TestNode, "url">, player: Pick<TestPlayer, "gameId" | "participantId" | "token">, options: PlainOptions = {}): Promise<PlainClient> {
  const client = new PlainClient(open(node, player, options));
  await once(client.socket, "open");
  return client;
}

/** The HTTP status with which a socket is refused. */
export async function refusalOf(node: Pick<TestNode, "url">, player: Pick<TestPlayer, "gameId" | "participantId" | "token">, options: PlainOptions = {}): Promise<number> {
  const socket = open(node, player, options);
  socket.on("error", () => undefined);
  const [, reply] = (await once(socket, "unexpected-response")) as [unknown, IncomingMessage];
  reply.resume();
  return reply.statusCode ?? 0;
}
