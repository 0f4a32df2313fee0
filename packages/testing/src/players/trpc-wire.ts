import { answerResultSchema } from "@quickfire/engine";
import { createTRPCUntypedClient, createWSClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import { z } from "zod";
import type { OpenWire, WireEnd } from "./wire.types";

const trackedSchema = z.object({ id: z.string(), data: z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()) }) });
const tokenReplySchema = z.object({ result: z.object({ data: z.object({ token: z.string(), url: z.string() }) }) });

const startsWithinMs = 6_000;

/** The class of sockets that a stock client is given: each is handed out as it opens, so that it can be taken away under the client. */
function socketsHandedTo(onMade: (socket: WebSocket) => void) {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { handshakeTimeout: 5_000, perMessageDeflate: false });
      this.on("error", () => undefined);
      onMade(this);
    }
  };
}

/** The stock client of tRPC, as the pages use it: with a token from web for each connection, which ends with its first break. */
export function createTrpcWires(webUrl: string, reach: (url: string) => string = (url) => url): OpenWire {
  return ({ ticket, lastEventId, onOpen, onMessage }) => {
    let opened = false;
    let isOver = false;
    const sockets: WebSocket[] = [];
    let settle: (end: WireEnd) => void = () => undefined;
    const ended = new Promise<WireEnd>((resolve) => (settle = resolve));

    const finish = (end: Partial<WireEnd> = {}) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(startTimer);
      settle({ opened, code: null, status: null, ...end });
      subscription?.unsubscribe();
      void client.close();
    };
    // The stock client would wait for ever for an answer to its first words.
    const startTimer = setTimeout(() => finish(), startsWithinMs);
    const client = createWSClient({
      url: reach(ticket.trpcUrl),
      // Of the events and methods that the client uses, `ws` has all.
      WebSocket: socketsHandedTo((socket) => sockets.push(socket)) as unknown as typeof globalThis.WebSocket,
      connectionParams: async () => {
        const { status, token } = await fetchToken(webUrl, ticket);
        if (status === 409) finish({ status });
        return { token };
      },
      retryDelayMs: () => 60_000,
      lazy: { enabled: false, closeMs: 0 },
      onError: () => finish(),
      onClose: (cause) => finish({ code: cause?.code === undefined || cause.code === 1005 || cause.code === 1006 ? null : cause.code }),
    });
    const api = createTRPCUntypedClient({ links: [wsLink({ client })] });
    const subscription = api.subscription("live.events", lastEventId === undefined ? undefined : { lastEventId }, {
      onStarted: () => {
        clearTimeout(startTimer);
        opened = true;
        onOpen();
      },
      onData: (event: unknown) => {
        const { id, data } = trackedSchema.parse(event);
        onMessage({ ...data, id });
      },
      onError: () => finish(),
      onComplete: () => setTimeout(finish, 500).unref(),
    });

    return {
      ended,
      submit: async (submission) => {
        if (isOver) return null;
        const result = api.mutation("live.answer", submission).then((value) => answerResultSchema.parse(value), () => null);
        return Promise.race([result, ended.then(() => null)]);
      },
      close: () => finish(),
      cut: () => {
        for (const socket of sockets) socket.terminate();
        finish();
      },
    };
  };
}

/** A JWT that is good for a minute, from web over HTTP. */
async function fetchToken(webUrl: string, { gameId, token }: { gameId: string; token: string }): Promise<{ status: number; token: string }> {
  const answer = await fetch(`${webUrl}/api/trpc/live.token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ gameId, participantToken: token, as: "participant" }),
    signal: AbortSignal.timeout(10_000),
  });
  const reply = tokenReplySchema.safeParse(await answer.json());
  return { status: answer.status, token: reply.success ? reply.data.result.data.token : "" };
}
