import { randomInt } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { WebSocketServer } from "ws";
import { clientFrame } from "./client-frame";
import { FrameReader, opcodes } from "./frame-reader";
import { RawSocket } from "./raw-socket";

function serverFrame(payload: string): Buffer {
  const { length } = payload;
  const header = length < 126 ? [0x81, length] : length < 65_536 ? [0x81, 126, length >> 8, length & 0xff] : [0x81, 127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 0xff, length & 0xff];
  return Buffer.concat([Buffer.from(header), Buffer.from(payload)]);
}

describe("a frame reader", () => {
  it.each([
    ["byte by byte", [0, 1, 125, 126, 1_024], 1],
    ["in pieces of any size", [0, 1, 125, 126, 1_024, 65_535, 65_536], 5_000],
  ])("finds every frame %s", (_how, lengths, largest) => {
    const texts = lengths.map((length, index) => String(index).repeat(length));
    const whole = Buffer.concat(texts.map(serverFrame));
    for (let run = 0; run < 20; run += 1) {
      const read: string[] = [];
      const reader = new FrameReader((bytes, start, end, opcode) => {
        expect(opcode).toBe(opcodes.text);
        read.push(bytes.toString("latin1", start, end));
      });
      for (let at = 0, size = 0; at < whole.length; at += size) {
        size = randomInt(1, largest + 1);
        // The memory of a piece is used again, as by a socket that always reads into the same buffer.
        const piece = Buffer.from(whole.subarray(at, at + size));
        reader.read(piece);
        piece.fill(0);
      }
      expect(read).toEqual(texts);
    }
  });
});

describe("a raw socket", () => {
  it("shakes hands, speaks and reads like any other", async () => {
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    server.on("connection", (socket) => socket.on("message", (message) => socket.send(message.toString().toUpperCase())));
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const heard: string[] = [];
    let arrived: () => void = () => {};
    const socket = await RawSocket.connect({ port, path: "/" }, (bytes, start, end) => {
      heard.push(bytes.toString("utf8", start, end));
      arrived();
    });
    for (const text of ["hello", "x".repeat(200)]) {
      const answer = new Promise<void>((resolve) => (arrived = resolve));
      socket.write(clientFrame(text));
      await answer;
    }
    expect(heard).toEqual(["HELLO", "X".repeat(200)]);
    socket.destroy();
    server.close();
  });

  it("says with which status it was refused", async () => {
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1", verifyClient: () => false });
    await once(server, "listening");
    await expect(RawSocket.connect({ port: (server.address() as AddressInfo).port, path: "/" }, () => {})).rejects.toThrow("401");
    server.close();
  });
});
