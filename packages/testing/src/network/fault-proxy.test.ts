import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitFor } from "../wait-for";
import { type FaultProxy, startFaultProxy } from "./fault-proxy";

let echo: Server;
/** What the far end got, in all connections together, and its sockets. */
let arrived = "";
let farEnds: Socket[] = [];
const proxies: FaultProxy[] = [];
const clients: Socket[] = [];

beforeEach(async () => {
  arrived = "";
  farEnds = [];
  echo = createServer((socket) => {
    farEnds.push(socket);
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      arrived += bytes.toString();
      socket.write(`<${bytes.toString()}>`);
    });
  });
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  for (const proxy of proxies.splice(0)) await proxy.close();
  for (const socket of farEnds) socket.destroy();
  echo.close();
});

async function startProxy(options: { seed?: number; affects?: (opening: Buffer) => boolean } = {}): Promise<FaultProxy> {
  const proxy = await startFaultProxy({ target: { port: (echo.address() as AddressInfo).port }, seed: 1, ...options });
  proxies.push(proxy);
  return proxy;
}

async function open(proxy: FaultProxy) {
  const socket = connect({ port: proxy.port, host: "127.0.0.1", noDelay: true });
  clients.push(socket);
  const client = { socket, heard: "", reads: 0, ending: null as string | null };
  socket.on("data", (bytes) => {
    client.heard += bytes.toString();
    client.reads += 1;
  });
  socket.on("error", (error: NodeJS.ErrnoException) => void (client.ending = error.code ?? "error"));
  socket.once("close", () => void (client.ending ??= "closed"));
  // Who is refused may be told so before the connection is seen to be there.
  await new Promise((resolve) => socket.once("connect", resolve).once("close", resolve));
  return client;
}

const until = (condition: () => boolean) => waitFor(condition, { everyMs: 2 });

describe("a fault proxy", () => {
  it("passes everything through untouched, the end included", async () => {
    const client = await open(await startProxy());
    client.socket.write("hello");
    await until(() => client.heard === "<hello>");
    farEnds[0]?.end("bye");
    await until(() => client.ending === "closed");
    expect(client.heard).toBe("<hello>bye");
  });

  it("delays one direction and leaves the other one alone, and keeps the order of what it jitters", async () => {
    const proxy = await startProxy();
    proxy.set("up", { delayMs: 80, jitterMs: 40 });
    const client = await open(proxy);
    const sentAt = performance.now();
    for (const word of ["a", "b", "c", "d"]) client.socket.write(word);
    await until(() => arrived.length === 4);
    expect(performance.now() - sentAt).toBeGreaterThan(75);
    expect(arrived).toBe("abcd");
    await until(() => client.heard.length >= 6);
  });

  it("cuts what passes into slices", async () => {
    const proxy = await startProxy();
    proxy.set("down", { sliceBytes: 1 });
    const client = await open(proxy);
    client.socket.write("0123456789");
    await until(() => client.heard === "<0123456789>");
    expect(client.reads).toBeGreaterThan(3);
  });

  it("loses a request before its effect", async () => {
    const proxy = await startProxy();
    const client = await open(proxy);
    const lost = proxy.loseNext("up", (bytes) => bytes.includes("pay"));
    client.socket.write("look");
    await until(() => client.heard === "<look>");
    client.socket.write("pay");
    await lost;
    await until(() => client.ending !== null);
    expect(arrived).toBe("look");
  });

  it("loses a reply after its effect", async () => {
    const proxy = await startProxy();
    const client = await open(proxy);
    const lost = proxy.loseNext("down");
    client.socket.write("pay");
    await lost;
    await until(() => client.ending !== null);
    expect([arrived, client.heard]).toEqual(["pay", ""]);
  });

  it("resets what is open, and refuses what comes, until it accepts again", async () => {
    const proxy = await startProxy();
    const client = await open(proxy);
    client.socket.write("x");
    await until(() => client.heard === "<x>");
    proxy.refuse();
    expect(proxy.reset()).toBe(1);
    await until(() => client.ending === "ECONNRESET");
    const refused = await open(proxy);
    await until(() => refused.ending !== null);
    proxy.accept();
    const late = await open(proxy);
    late.socket.write("y");
    await until(() => late.heard === "<y>");
  });

  it("holds everything while it pauses, and gives it all afterwards", async () => {
    let read = "";
    const proxy = await startProxy({ affects: (opening) => {
      read += opening.toString();
      return !opening.includes("free");
    } });
    const client = await open(proxy);
    proxy.pause();
    client.socket.write("later");
    const [other, free] = [await open(proxy), await open(proxy)];
    other.socket.write("too");
    await until(() => read.includes("later") && read.includes("too"));
    // Behind them on the same way, and not held: when it is there, they would be.
    free.socket.write("free");
    await until(() => free.heard === "<free>");
    expect(arrived).toBe("free");
    proxy.resume();
    await until(() => client.heard === "<later>" && other.heard === "<too>");
  });

  it("leaves both ends of a half-open connection in the dark, and new connections alone", async () => {
    const proxy = await startProxy();
    const client = await open(proxy);
    client.socket.write("x");
    await until(() => client.heard === "<x>");
    proxy.halfOpen();
    client.socket.write("lost");
    client.socket.end();
    const other = await open(proxy);
    other.socket.write("y");
    await until(() => other.heard === "<y>");
    expect([arrived, farEnds[0]?.destroyed, client.ending]).toEqual(["xy", false, null]);
  });

  it("touches only the connections that are meant", async () => {
    const proxy = await startProxy({ affects: (opening) => opening.includes("subscribe") });
    const [spared, meant] = [await open(proxy), await open(proxy)];
    spared.socket.write("get");
    meant.socket.write("subscribe");
    await until(() => spared.heard === "<get>" && meant.heard === "<subscribe>");
    proxy.set("down", { swallow: true });
    for (const { socket } of [spared, meant]) socket.write("more");
    await until(() => spared.heard === "<get><more>" && arrived.endsWith("moremore"));
    expect(proxy.reset()).toBe(1);
    await until(() => meant.ending !== null);
    expect([meant.heard, spared.ending]).toEqual(["<subscribe>", null]);
  });

  it("loses the same pieces for the same seed", async () => {
    const passed: number[] = [];
    for (const seed of [5, 5, 6]) {
      const proxy = await startProxy({ seed });
      proxy.set("up", { lossRate: 0.2 });
      const client = await open(proxy);
      let sent = 0;
      while (client.ending === null) {
        client.socket.write("x");
        sent += 1;
        await until(() => client.heard.length === sent * 3 || client.ending !== null);
      }
      passed.push(sent);
    }
    expect(passed[0]).toBe(passed[1]);
    expect(passed[2]).not.toBe(passed[0]);
  });
});
