import WebSocket from "ws";

export type PlainMessage = { type: string; id?: string; payload: Record<string, unknown> };

/** A player on the plain-JSON socket, with nothing but the public contract in hand. Keeps all it was told, in order. */
export class PlainPlayer {
  readonly messages: PlainMessage[] = [];
  private readonly waiting: { matches: (message: PlainMessage) => boolean; resolve: (message: PlainMessage) => void }[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;

  private constructor(readonly participantId: string, private readonly socket: WebSocket) {
    socket.on("message", (text) => this.receive(JSON.parse(String(text)) as PlainMessage));
    this.closed = new Promise((resolve) => socket.once("close", (code, reason) => resolve({ code, reason: String(reason) })));
  }

  static async open(join: { wsUrl: string; quizId: string; participantId: string; token: string }, lastEventId?: string): Promise<PlainPlayer> {
    const url = new URL(join.wsUrl);
    url.searchParams.set("quizId", join.quizId);
    url.searchParams.set("participantId", join.participantId);
    if (lastEventId) url.searchParams.set("lastEventId", lastEventId);
    const socket = new WebSocket(url, ["quickfire.v1", `token.${join.token}`]);
    const player = new PlainPlayer(join.participantId, socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
      socket.once("unexpected-response", (_request, answer) => reject(new Error(`refused with ${answer.statusCode}`)));
    });
    // Only then is it told what happens next. Who resumes gets what was missed in its place.
    if (lastEventId === undefined) await player.next("snapshot");
    return player;
  }

  /** The first message of the type, from those already here or the next to come. */
  next(type: string, matches: (payload: Record<string, unknown>) => boolean = () => true, timeoutMs = 30_000): Promise<PlainMessage> {
    const fits = (message: PlainMessage) => message.type === type && matches(message.payload);
    const known = this.messages.find(fits);
    if (known) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${type} within ${timeoutMs} ms; had ${this.messages.map((message) => message.type).join(", ")}`)), timeoutMs);
      this.waiting.push({ matches: fits, resolve: (message) => (clearTimeout(timer), resolve(message)) });
    });
  }

  send(type: string, payload: unknown) {
    this.socket.send(JSON.stringify({ type, payload }));
  }

  sendRaw(text: string) {
    this.socket.send(text);
  }

  lastEventId(): string | undefined {
    return this.messages.findLast((message) => message.id)?.id;
  }

  /** Cuts the connection as a dead network would: without a close frame. */
  cut() {
    this.socket.terminate();
  }

  async close() {
    this.socket.close();
    await this.closed;
  }

  private receive(message: PlainMessage) {
    this.messages.push(message);
    const served = this.waiting.filter((waiter) => waiter.matches(message));
    for (const waiter of served) {
      this.waiting.splice(this.waiting.indexOf(waiter), 1);
      waiter.resolve(message);
    }
  }
}
