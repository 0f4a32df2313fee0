import { EventEmitter, once } from "node:events";
import { WebSocket } from "ws";
import { z } from "zod";
import type { DrillStack } from "../stack/drill-stack";
import { author, type GameHost } from "./game-host";

const toldSchema = z.object({ result: z.object({ data: z.object({ data: z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()) }) }) }) });
const savingSchema = z.object({ waiting: z.boolean() });
const tokenSchema = z.object({ result: z.object({ data: z.object({ token: z.string() }) }) });

/** The page on which the host moves the game, as far as it says whether results are being saved. */
export class HostScreen extends EventEmitter<{ changed: [] }> {
  /** Whether it says "Saving…" just now. */
  saysSaving = false;

  private constructor(private readonly socket: WebSocket) {
    super();
    socket.on("message", (text) => this.#hear(String(text)));
  }

  static async open({ webUrl, wsUrl }: Pick<DrillStack, "webUrl" | "wsUrl">, { gameId }: GameHost): Promise<HostScreen> {
    const token = await fetchSocketToken(webUrl, gameId);
    const socket = new WebSocket(`${wsUrl}/trpc?connectionParams=1`);
    const screen = new HostScreen(socket);
    await once(socket, "open");
    socket.send(JSON.stringify({ method: "connectionParams", data: { token } }));
    socket.send(JSON.stringify({ id: 1, method: "subscription", params: { path: "host.events", input: {} } }));
    return screen;
  }

  /** How long it took in seconds; null where it took too long. */
  async untilItSays(saving: boolean, withinS: number): Promise<number | null> {
    const startedAt = performance.now();
    const signal = AbortSignal.timeout(withinS * 1_000);
    try {
      while (this.saysSaving !== saving) await once(this, "changed", { signal });
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
    return (performance.now() - startedAt) / 1_000;
  }

  close(): void {
    this.socket.terminate();
  }

  #hear(text: string): void {
    const told = toldSchema.safeParse(JSON.parse(text));
    if (told.data?.result.data.data.type !== "saving") return;
    this.saysSaving = savingSchema.parse(told.data.result.data.data.payload).waiting;
    this.emit("changed");
  }
}

/** Only a browser's session gets one: signing in is done as its form does it. */
async function fetchSocketToken(webUrl: string, gameId: string): Promise<string> {
  const csrf = await fetch(`${webUrl}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  const signedIn = await fetch(`${webUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, ...author, json: "true" }),
    redirect: "manual",
  });
  const answer = await fetch(`${webUrl}/api/trpc/live.token`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: [cookiesOf(csrf), cookiesOf(signedIn)].join("; ") },
    body: JSON.stringify({ gameId, as: "host" }),
  });
  return tokenSchema.parse(await answer.json()).result.data.token;
}

const cookiesOf = ({ headers }: Response): string => headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
