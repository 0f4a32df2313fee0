import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { serveCommands, sharedNow, usage } from "../shared/serve-commands";
import { microsBetween, quantile } from "../shared/statistics";
import { clientFrame } from "../wire/client-frame";
import { opcodes } from "../wire/frame-reader";
import { RawSocket } from "../wire/raw-socket";
import { type OpenRound, type Player, RealGame } from "./real-game";
import { type Door, doors } from "./doors";

/** Many players of one game in one process: they come in, answer and count what they are told. */
type Member = { socket: RawSocket; askedAt: number; lost: boolean };

const comingAtOnce = 100;
/** For what follows a reveal at the next beat. */
const settleMs = 700;
const accepted = Buffer.from('"accepted":true');
const refused = Buffer.from('"accepted":false');
/** How tRPC asks for a sign of life, and how it is answered: in text, beside the pings of WebSocket. */
const trpcPing = "PING";
const trpcPong = clientFrame("PONG");

const members: Member[] = [];
const problems: string[] = [];
let game: RealGame | null = null;
let players: Player[] = [];
let frames: Buffer[] = [];
let heard = 0;
type Receipts = { delays: Float64Array; count: number; failed: number; onReceipt: () => void };
let receipts: Receipts = { delays: new Float64Array(), count: 0, failed: 0, onReceipt: () => {} };

function hear(index: number, bytes: Buffer, start: number, end: number): void {
  heard += 1;
  const frame = bytes.subarray(start, end);
  if (frame.includes(accepted)) {
    receipts.delays[receipts.count] = sharedNow() - (members[index]?.askedAt ?? 0);
    receipts.count += 1;
    receipts.onReceipt();
  } else if (frame.includes(refused) || frame.includes('"error"')) fail(index, `was told ${frame.toString("utf8").slice(0, 200)}`);
}

/** An answer that gets no receipt is not waited for: the count at the end tells that it is missing. */
function fail(index: number, problem: string): void {
  problems.push(`player ${index} ${problem}`);
  receipts.failed += 1;
  receipts.onReceipt();
}

async function enter(index: number, port: number, door: Door, gameId: string): Promise<void> {
  const player = players[index];
  if (!player) throw new Error(`there is no player ${index}`);
  const { path, headers, says, greetings } = door.enter(player, gameId);
  let greeted = 0;
  let welcome: () => void = () => {};
  const isIn = new Promise<void>((resolve) => (welcome = resolve));
  const socket = await RawSocket.connect({ port, path, headers }, (bytes, start, end, opcode) => {
    if (opcode === opcodes.close) problems.push(`player ${index} got a Close frame: ${bytes.toString("utf8", start + 2, end)}`);
    if (opcode !== opcodes.text) return;
    if (end - start === trpcPing.length && bytes.toString("latin1", start, end) === trpcPing) return socket.write(trpcPong);
    hear(index, bytes, start, end);
    greeted += 1;
    if (greeted === greetings) welcome();
  });
  const member = { socket, askedAt: 0, lost: false };
  members[index] = member;
  socket.onClose = () => {
    member.lost = true;
    fail(index, "lost their socket");
  };
  for (const text of says) socket.write(clientFrame(text));
  if (greetings > 0) await isIn;
}

function ask(index: number): void {
  const [member, frame] = [members[index], frames[index]];
  if (!member || !frame) return;
  member.askedAt = sharedNow();
  member.socket.write(frame);
}

/**
 * Looks at the sockets once a millisecond instead of sleeping until one has something; ends when told to. On one machine, a server that
 * writes to a socket somebody sleeps on has to wake them, and on a virtual machine that costs more than the write. Players are not on the
 * server's machine, and no network card wakes anybody for each message.
 */
function lookOnceAMillisecond(): () => void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  let isOver = false;
  const look = () => {
    if (isOver) return;
    Atomics.wait(never, 0, 0, 1);
    setImmediate(look);
  };
  setImmediate(look);
  return () => (isOver = true);
}

/** Everybody answers once: as soon as one of so many under way has its receipt, the next one does. */
function askAll(inFlight: number): Promise<void> {
  const stopLooking = lookOnceAMillisecond();
  return new Promise<void>((resolve) => {
    let next = 0;
    receipts = {
      delays: new Float64Array(members.length), count: 0, failed: 0,
      onReceipt: () => {
        if (next < members.length) ask(next++);
        else if (receipts.count + receipts.failed >= members.length) resolve();
      },
    };
    while (next < Math.min(inFlight, members.length)) ask(next++);
  }).finally(stopLooking);
}

/** Everybody answers once, evenly over a time. */
async function askOver(overMs: number): Promise<void> {
  const done = new Promise<void>((resolve) => {
    receipts = { delays: new Float64Array(members.length), count: 0, failed: 0, onReceipt: () => receipts.count + receipts.failed >= members.length && resolve() };
  });
  const startedAt = performance.now();
  for (let next = 0; next < members.length; ) {
    const due = Math.min(members.length, Math.ceil(((performance.now() - startedAt) / overMs) * members.length));
    while (next < due) ask(next++);
    await pause(2);
  }
  await done;
}

export type CrowdCommands = typeof commands;
const commands = serveCommands({
  /** Makes a real game, and joins so many players. */
  makeGame: async ({ redisUrl, secret, count, questions, race }: { redisUrl: string; secret: string; count: number; questions: number; race: boolean }) => {
    const settings = race ? { feedback: "instant", leaderboard: "live" } as const : {};
    game = await RealGame.create({ redisUrl, questions, settings: { closeWhenAllAnswered: race, ...settings } });
    await game.join(count, secret);
    players = game.players;
    return game.gameId;
  },
  /** Players of what is not a real game. */
  usePlayers: (given: Player[]) => void (players = given),
  enter: async ({ port, door, gameId }: { port: number; door: keyof typeof doors; gameId: string }) => {
    let next = 0;
    const worker = async () => {
      while (next < players.length) await enter(next++, port, doors[door], gameId);
    };
    await Promise.all(Array.from({ length: comingAtOnce }, worker));
  },
  openNext: () => game?.openNext(),
  reveal: () => game?.reveal(),
  /** The question was closed, and what that brings was told. */
  untilRevealed: async () => {
    await game?.untilRevealed();
    await pause(settleMs);
  },
  answered: () => game?.answered(),
  /** Frames are made before anything is measured. */
  prepareAnswers: ({ door, round, request }: { door: keyof typeof doors; round: OpenRound; request: number }) => {
    frames = players.map((_, index) => clientFrame(doors[door].answer({ request, questionId: round.questionId, optionId: round.optionIds[index % round.optionIds.length] ?? "", actionId: randomUUID() })));
  },
  answerAll: async ({ inFlight, overMs }: { inFlight?: number; overMs?: number }) => {
    const gone = members.filter(({ lost }) => lost).length;
    if (gone > 0) throw new Error(`${gone} of ${members.length} players lost their socket before they were asked`);
    const [before, startedAt] = [usage(), sharedNow()];
    await (overMs === undefined ? askAll(inFlight ?? 1) : askOver(overMs));
    const elapsedMs = sharedNow() - startedAt;
    const { count } = receipts;
    const delays = receipts.delays.subarray(0, count);
    return { receipts: count, elapsedMs, cpuMicros: microsBetween(before, usage()), delayMs: { p50: quantile(delays, 0.5), p95: quantile(delays, 0.95), p99: quantile(delays, 0.99) }, problems: problems.splice(0) };
  },
  heard: () => heard,
  problems: () => problems.splice(0),
});
