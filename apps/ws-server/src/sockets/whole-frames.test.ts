import type { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { readWholeFrames } from "./whole-frames";

const longest = 400;

/** A connection without a network: what is pushed arrives piece by piece, as it was pushed. */
class Line extends Duplex {
  readonly said: Buffer[] = [];

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.said.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    done();
  }
}

const request = {
  method: "GET", url: "/", headers: { upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==" },
} as unknown as IncomingMessage;

/** A socket on its line, and everything that happens to it; `short`: read by `readWholeFrames` as long as it can. */
function open({ short, head = Buffer.alloc(0) }: { short: boolean; head?: Buffer }) {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: longest, maxFragments: 4 });
  const line = new Line();
  const happened: string[] = [];
  let taken = 0;
  server.handleUpgrade(request, line, head, (socket: WebSocket) => {
    socket.on("message", (message, isBinary) => happened.push(`${isBinary ? "bytes" : "text"} ${(message as Buffer).toString("hex")}`));
    socket.on("ping", (bytes) => happened.push(`ping ${bytes.toString("hex")}`));
    socket.on("pong", (bytes) => happened.push(`pong ${bytes.toString("hex")}`));
    socket.on("error", (error) => happened.push(`error ${error.message}`));
    socket.on("close", (code, reason) => happened.push(`close ${code} ${reason.toString("hex")}`));
    if (!short) return;
    readWholeFrames(line, {
      longest,
      onText: (message) => {
        taken += 1;
        socket.emit("message", message, false);
      },
    });
  });
  return {
    async hear(pieces: readonly Buffer[]) {
      // Both readers get bytes of their own, since unmasking is done in place.
      for (const piece of pieces) line.push(Buffer.from(piece));
      await nextTurn();
      line.push(null);
      await nextTurn();
      await nextTurn();
      line.destroy();
      await nextTurn();
      return { happened, said: Buffer.concat(line.said).toString("latin1") };
    },
    taken: () => taken,
  };
}

type Written = { first: number; payload: Buffer; mask: Buffer; isMasked?: boolean; isLong?: boolean };

function written({ first, payload, mask, isMasked = true, isLong = false }: Written): Buffer {
  const { length } = payload;
  const maskBit = isMasked ? 0x80 : 0;
  const size = length < 126 && !isLong ? [length | maskBit] : [126 | maskBit, length >> 8, length & 0xff];
  const body = Buffer.from(payload);
  if (isMasked) for (let at = 0; at < length; at += 1) body[at] = (body[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return Buffer.concat([Buffer.from([first, ...size]), isMasked ? mask : Buffer.alloc(0), body]);
}

const bytes = (most: number) => fc.uint8Array({ maxLength: most }).map((value) => Buffer.from(value));
const text = (most: number) => fc.string({ unit: "binary", maxLength: most }).map((value) => Buffer.from(value));
const mask = fc.oneof(fc.constant(Buffer.alloc(4)), fc.uint8Array({ minLength: 4, maxLength: 4 }).map((value) => Buffer.from(value)));
const frame = (first: fc.Arbitrary<number>, payload: fc.Arbitrary<Buffer>, more: { isMasked?: boolean; isLong?: boolean } = {}) =>
  fc.record({ first, payload, mask }).map((parts) => written({ ...parts, ...more }));

const usual = frame(fc.constant(0x81), fc.oneof(text(60), text(100), fc.constant(Buffer.alloc(200, "x"))));
const unusual = fc.oneof(
  frame(fc.constantFrom(0x89, 0x8a), bytes(125)),
  frame(fc.constant(0x81), text(20), { isLong: true }),
  frame(fc.constant(0x81), bytes(20)),
  frame(fc.constant(0x82), bytes(140)),
  frame(fc.constantFrom(0x01, 0x80, 0x00), text(20)),
  frame(fc.constant(0x88), fc.oneof(fc.constant(Buffer.alloc(0)), bytes(5), fc.constant(Buffer.from([0x03, 0xe8, 0x62, 0x79, 0x65])))),
  frame(fc.constant(0x81), fc.constant(Buffer.alloc(longest + 1, "x"))),
  frame(fc.nat(255), bytes(20)),
  frame(fc.constant(0x81), text(20), { isMasked: false }),
  bytes(12),
);
const talk = fc.array(fc.oneof({ arbitrary: usual, weight: 5 }, { arbitrary: unusual, weight: 1 }), { maxLength: 12 });

/** Cut where frames end, or anywhere. */
function inPieces(frames: readonly Buffer[], cuts: readonly number[] | null): Buffer[] {
  if (!cuts) return [...frames];
  const whole = Buffer.concat(frames);
  const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
  return places.slice(1).map((end, place) => whole.subarray(places[place], end)).filter(({ length }) => length > 0);
}

describe("frames that are read before ws reads them", () => {
  it("lead to what ws makes of the same bytes, whatever they are and however they arrive", async () => {
    await fc.assert(
      fc.asyncProperty(talk, fc.option(fc.array(fc.nat(2_000), { maxLength: 6 })), fc.boolean(), async (frames, cuts, isEarly) => {
        const [first, ...rest] = inPieces(frames, cuts);
        // What comes with the request for the socket is read like all that follows.
        const [head, pieces] = isEarly && first ? [first, rest] : [Buffer.alloc(0), first ? [first, ...rest] : []];
        const heard = await Promise.all([true, false].map((short) => open({ short, head: Buffer.from(head) }).hear(pieces)));
        expect(heard[0]).toEqual(heard[1]);
      }),
      { numRuns: 300 },
    );
  });

  it("are the usual ones, with pings and pongs between them", async () => {
    const line = open({ short: true });
    const one = (first: number, payload: string) => written({ first, payload: Buffer.from(payload), mask: Buffer.from([1, 2, 3, 4]) });
    const { happened } = await line.hear([Buffer.concat([one(0x81, "one"), one(0x89, "are you there?"), one(0x81, "x".repeat(300))]), one(0x8a, ""), one(0x81, "日本")]);
    expect(happened.slice(0, 5).map((what) => what.split(" ")[0])).toEqual(["text", "ping", "text", "pong", "text"]);
    expect(line.taken()).toBe(3);
  });

  it("are all left to ws once one of them was", async () => {
    const line = open({ short: true });
    const whole = ["one", "two", "three"].map((payload) => written({ first: 0x81, payload: Buffer.from(payload), mask: Buffer.alloc(4, 7) }));
    const [one = Buffer.alloc(0), two = Buffer.alloc(0), three = Buffer.alloc(0)] = whole;
    const { happened } = await line.hear([one, two.subarray(0, 4), two.subarray(4), three]);
    expect(happened.slice(0, 3)).toEqual(["one", "two", "three"].map((payload) => `text ${Buffer.from(payload).toString("hex")}`));
    expect(line.taken()).toBe(1);
  });
});
