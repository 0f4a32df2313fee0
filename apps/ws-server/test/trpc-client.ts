import type { LiveMessage, LiveRouter } from "@quickfire/api/game";
import { createTRPCClient, createWSClient, type TRPCClientError, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import type { TestNode } from "./live-fixture";
import { Transcript } from "./transcript";

/** The event's id beside it, as a stock client gives it. */
type Told = LiveMessage & { id: string };

/** The stock client of tRPC, with what it heard and how its connections ended. */
export class TrpcClient extends Transcript<Told> {
  readonly closes: number[] = [];
  readonly failures: TRPCClientError<LiveRouter>[] = [];
  readonly #client: ReturnType<typeof createWSClient>;
  readonly api: ReturnType<typeof createTRPCClient<LiveRouter>>;
  isComplete = false;

  constructor(node: Pick<TestNode, "url">, token: string | (() => Promise<string>)) {
    super();
    this.#client = createWSClient({
      url: `${node.url}/trpc`,
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
      connectionParams: async () => ({ token: typeof token === "string" ? token : await token() }),
      retryDelayMs: () => 50,
      onClose: (cause) => void this.closes.push(cause?.code ?? 0),
    });
    this.api = createTRPCClient<LiveRouter>({ links: [wsLink({ client: this.#client })] });
  }

  listen(as: "player" | "host" = "player", lastEventId?: string) {
    const events = as === "player" ? this.api.live.events : this.api.host.events;
    return events.subscribe(lastEventId === undefined ? undefined : { lastEventId }, {
      onData: ({ id, data }) => this.add({ ...data, id }),
      onError: (error) => this.failures.push(error),
      onComplete: () => (this.isComplete = true),
    });
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
