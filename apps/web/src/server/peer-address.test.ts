// @vitest-environment node
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { markPeerAddress, peerHeader } from "./peer-address";

const server = createServer((message, reply) => {
  markPeerAddress(message);
  reply.end(String(message.headers[peerHeader]));
});
const listening = new Promise<string>((resolve) => {
  server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
});
afterAll(() => server.close());

describe("the mark of a request", () => {
  it("is the address at the other end of its socket, whatever the client sends", async () => {
    const url = await listening;
    expect(await (await fetch(url)).text()).toBe("127.0.0.1");
    expect(await (await fetch(url, { headers: { [peerHeader]: "203.0.113.9", "x-forwarded-for": "203.0.113.9" } })).text()).toBe("127.0.0.1");
  });
});
