import { quantile } from "../shared/statistics";
import { serveCommands, sharedNow, usage } from "../shared/serve-commands";
import { clientFrame } from "../wire/client-frame";
import { opcodes } from "../wire/frame-reader";
import { RawSocket } from "../wire/raw-socket";

/** Subscribers in great number, in one process: counts every frame, and reads those of some in full. */
type Listener = { socket: RawSocket; heard: number };
type Subscribing = { port: number; path: string; says: readonly string[]; greetings: number; count: number };

const shakingHands = 100;
const readInFullEvery = 50;

const listeners: Listener[] = [];
const problems: string[] = [];
/** One round: by event and then by listener, when it arrived; and who waits for an event to be everywhere. */
let round = { events: 0, arrivedAt: new Float64Array(), counts: new Int32Array(), bytes: 0, startedAt: 0, usedBefore: usage() };
let lastNumber = 0;
let awaited: { event: number; resolve: () => void } | null = null;

function hear(index: number, bytes: Buffer, start: number, end: number): void {
  const listener = listeners[index];
  if (!listener) return;
  const event = listener.heard;
  listener.heard += 1;
  if (event >= round.events) return void problems.push(`listener ${index} heard more than was told`);
  round.arrivedAt[event * listeners.length + index] = sharedNow();
  round.bytes += end - start;
  const count = (round.counts[event] ?? 0) + 1;
  round.counts[event] = count;
  if (index % readInFullEvery === 0) checkContent(bytes.toString("utf8", start, end), lastNumber + event + 1);
  if (count === listeners.length && awaited?.event === event) awaited.resolve();
}

function checkContent(text: string, number: number): void {
  if (!text.includes(`"n":${number},`)) problems.push(`event ${number} came as ${text.slice(0, 120)}`);
}

/** Subscribes, and waits until the server has said all that it says to a newcomer. */
async function subscribe(index: number, { port, path, says, greetings }: Subscribing): Promise<void> {
  let greeted = 0;
  let welcome: () => void = () => {};
  const isIn = new Promise<void>((resolve) => (welcome = resolve));
  const socket = await RawSocket.connect({ port, path }, (bytes, start, end, opcode) => {
    if (opcode !== opcodes.text) problems.push(`listener ${index} got a frame with opcode ${opcode}`);
    else if (greeted < greetings) {
      greeted += 1;
      if (greeted === greetings) welcome();
    } else hear(index, bytes, start, end);
  });
  socket.onClose = () => problems.push(`the server closed the socket of listener ${index}`);
  listeners[index] = { socket, heard: 0 };
  for (const text of says) socket.write(clientFrame(text));
  if (greetings > 0) await isIn;
}

export type ListenerCommands = typeof commands;
const commands = serveCommands({
  /** Answers how long it took until all were in. */
  subscribe: async (how: Subscribing) => {
    const startedAt = sharedNow();
    const first = listeners.length;
    let next = first;
    const worker = async () => {
      while (next < first + how.count) await subscribe(next++, how);
    };
    await Promise.all(Array.from({ length: shakingHands }, worker));
    return sharedNow() - startedAt;
  },
  /** To be called before the first of so many events is told. */
  beginRound: ({ events }: { events: number }) => {
    for (const listener of listeners) listener.heard = 0;
    round = { events, arrivedAt: new Float64Array(events * listeners.length), counts: new Int32Array(events), bytes: 0, startedAt: sharedNow(), usedBefore: usage() };
  },
  /** Resolves once an event of the round has reached everybody. */
  everywhere: ({ event }: { event: number }) =>
    new Promise<void>((resolve) => {
      if (round.counts[event] === listeners.length) resolve();
      else awaited = { event, resolve };
    }),
  endRound: ({ toldAt }: { toldAt: readonly number[] }) => {
    const { events, arrivedAt, counts, bytes, startedAt, usedBefore } = round;
    lastNumber += events;
    const delays = arrivedAt.map((at, place) => at - (toldAt[Math.floor(place / listeners.length)] ?? 0));
    return {
      delivered: counts.reduce((sum, count) => sum + count, 0),
      bytes,
      delayMs: { p50: quantile(delays, 0.5), p95: quantile(delays, 0.95), p99: quantile(delays, 0.99) },
      elapsedMs: sharedNow() - startedAt,
      usedBefore,
      usedAfter: usage(),
      problems: problems.splice(0),
    };
  },
  problems: () => problems.splice(0),
});
