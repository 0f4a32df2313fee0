import { describe, expect, it } from "vitest";
import { WebSocketServer } from "ws";
import { once } from "node:events";
import { clientFrame, FrameReader, opcodes } from "../src/client/frames.mjs";
import { LiveClient } from "../src/client/live-client.mjs";
import { trpc } from "../src/client/dialects.mjs";

/** What the reader makes of bytes that come in pieces of this size. @param {Buffer} bytes @param {number} size */
function readInPieces(bytes, size) {
  /** @type {string[]} */
  const texts = [];
  const reader = new FrameReader((_opcode, buffer, start, end) => texts.push(buffer.toString("utf8", start, end)));
  for (let at = 0; at < bytes.length; at += size) reader.read(Buffer.from(bytes.subarray(at, at + size)));
  return texts;
}

/** @param {string} text as a server sends it */
function serverFrame(text) {
  const length = Buffer.byteLength(text);
  const header = length < 126 ? Buffer.of(0x81, length) : length < 65_536 ? Buffer.of(0x81, 126, length >> 8, length & 0xff) : Buffer.of(0x81, 127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 0xff, length & 0xff);
  return Buffer.concat([header, Buffer.from(text)]);
}

describe("the lean client", () => {
  it.each([7, 1_000, 200_000])("reads frames of all lengths whole, also in pieces of %i bytes", (size) => {
    const texts = ["", "short", "é".repeat(200), "x".repeat(70_000), "end"];
    expect(readInPieces(Buffer.concat(texts.map(serverFrame)), size)).toEqual(texts);
  });

  it("speaks with a server that knows nothing of it", async () => {
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    await once(server, "listening");
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.on("connection", (socket) => socket.on("message", (text) => socket.send(`${text}!`.repeat(50))));
    const heard = await new Promise((resolve) => {
      const client = new LiveClient({ url: `ws://127.0.0.1:${port}`, localAddress: undefined, path: "/", headers: [], onOpen: () => client.say("hello"), onText: resolve, onClose: () => {} });
      server.once("close", () => client.cut());
    });
    expect(heard).toBe("hello!".repeat(50));
    for (const socket of server.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  });

  it("masks what it says, as a client has to", () => {
    const frame = clientFrame("hi");
    expect([...frame]).toEqual([0x80 | opcodes.text, 0x80 | 2, 0, 0, 0, 0, 0x68, 0x69]);
    expect(clientFrame("x".repeat(300)).readUInt16BE(2)).toBe(300);
  });

  it("tells events, receipts and refusals of tRPC apart", () => {
    expect(trpc.read('{"id":1,"result":{"type":"started"}}')).toBeNull();
    expect(trpc.read('{"id":1,"result":{"type":"data","data":{"id":"e.5","data":{"type":"lobby_changed","payload":{"participants":2}}},"id":"e.5"}}')).toEqual({ type: "lobby_changed", payload: { participants: 2 }, id: "e.5" });
    expect(trpc.read('{"id":2,"result":{"type":"data","data":{"questionId":"q","accepted":true}}}')).toEqual({ type: "answer_result", payload: { questionId: "q", accepted: true } });
    expect(trpc.read('{"id":2,"error":{"message":"later","code":-32000,"data":{"code":"TOO_MANY_REQUESTS"}}}')).toMatchObject({ type: "refused", payload: { code: "TOO_MANY_REQUESTS" } });
  });
});
