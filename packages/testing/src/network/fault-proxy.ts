import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { createSeededRandom } from "../seeded-random";
import { Passage, type PassageFaults } from "./passage";

/** `up` is from the one who connected to the target: requests; `down` are the replies. */
export type Direction = "up" | "down";

export type FaultProxy = {
  port: number;
  /** An address with the target's host and port replaced by the proxy's. */
  through: (url: string) => string;
  /** In place of what was set before for this direction, for open connections and new ones alike. */
  set: (direction: Direction, faults: PassageFaults) => void;
  /** From now on everything passes as it comes. Does not revive what was reset or swallowed. */
  heal: () => void;
  /** Bytes wait in both directions, and new connections are let in, until `resume`. */
  pause: () => void;
  resume: () => void;
  /** New connections are reset at once, until `accept`. */
  refuse: () => void;
  accept: () => void;
  /** Resets all open connections, and says how many that were. */
  reset: () => number;
  /**
   * As a pulled cable: the open connections carry nothing any more, in either direction, and neither end is told. New ones
   * are not touched.
   */
  halfOpen: () => void;
  /**
   * Loses the next message in a direction that `matches`, and the connection with it: `up` is a request that never arrived, `down` a
   * reply that was lost after its effect. Resolves once it has happened.
   */
  loseNext: (direction: Direction, matches?: (bytes: Buffer) => boolean) => Promise<void>;
  connections: () => number;
  close: () => Promise<void>;
};

export type FaultProxyOptions = {
  target: { host?: string; port: number };
  seed: number;
  /** Tells by its first bytes whether a connection is affected by faults; all are, unless given. */
  affects?: (opening: Buffer) => boolean;
};

type Loss = { direction: Direction; matches: (bytes: Buffer) => boolean; happened: () => void };

type Carried = { client: Socket; server: Socket; passages: Passage[]; isAffected: boolean; isCut: boolean };

const cut: PassageFaults = { swallow: true };
const none: PassageFaults = {};

/**
 * A TCP proxy that breaks what passes through it as networks do, on command and by a seed: delays, slices, losses, resets, pauses,
 * refusals and half-open connections, for each direction by itself.
 */
export async function startFaultProxy({ target, seed, affects = () => true }: FaultProxyOptions): Promise<FaultProxy> {
  const random = createSeededRandom(seed);
  const carried = new Set<Carried>();
  const faults: Record<Direction, PassageFaults> = { up: none, down: none };
  let losses: Loss[] = [];
  let isRefusing = false;
  let isPaused = false;

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    client.on("error", () => undefined);
    if (isRefusing) {
      client.resetAndDestroy();
      return;
    }
    carry(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  function carry(client: Socket): void {
    const upstream = connect({ host: target.host ?? "127.0.0.1", port: target.port, noDelay: true, allowHalfOpen: true });
    const connection: Carried = { client, server: upstream, passages: [], isAffected: true, isCut: false };
    carried.add(connection);
    client.once("data", (opening) => void (connection.isAffected = affects(opening)));
    connection.passages.push(open(connection, "up"), open(connection, "down"));
    upstream.on("error", () => tearDown(connection));
    for (const socket of [client, upstream]) socket.once("close", () => onClose(connection));
  }

  function open(connection: Carried, direction: Direction): Passage {
    const [from, to] = direction === "up" ? [connection.client, connection.server] : [connection.server, connection.client];
    return new Passage({
      from, to,
      random: random.fork(),
      faults: () => faultsOf(connection, direction),
      inspect: (bytes) => (connection.isAffected && findLoss(direction, bytes) ? "lose" : "pass"),
      onLost: () => tearDown(connection),
    });
  }

  function faultsOf(connection: Carried, direction: Direction): PassageFaults {
    if (connection.isCut) return cut;
    if (!connection.isAffected) return none;
    return isPaused ? { ...faults[direction], hold: true } : faults[direction];
  }

  function findLoss(direction: Direction, bytes: Buffer): boolean {
    const loss = losses.find((candidate) => candidate.direction === direction && candidate.matches(bytes));
    if (!loss) return false;
    losses = losses.filter((candidate) => candidate !== loss);
    loss.happened();
    return true;
  }

  function tearDown(connection: Carried): void {
    connection.client.resetAndDestroy();
    connection.server.resetAndDestroy();
    carried.delete(connection);
  }

  /** One end is gone: the other one hears of it, unless nothing is heard on this line any more. */
  function onClose(connection: Carried): void {
    const bothGone = connection.client.destroyed && connection.server.destroyed;
    if (bothGone) carried.delete(connection);
    const { swallow, hold } = faultsOf(connection, connection.client.destroyed ? "up" : "down");
    if (bothGone || swallow || hold) return;
    for (const socket of [connection.client, connection.server]) if (!socket.destroyed) socket.destroySoon();
  }

  const releaseAll = () => {
    for (const { passages } of carried) for (const passage of passages) passage.release();
    // Who went while bytes were held has not been told of to the other end.
    for (const connection of carried) if (connection.client.destroyed || connection.server.destroyed) onClose(connection);
  };

  return {
    port,
    through(url) {
      const address = new URL(url);
      address.hostname = "127.0.0.1";
      address.port = String(port);
      return address.href;
    },
    set(direction, wanted) {
      faults[direction] = wanted;
      releaseAll();
    },
    heal() {
      Object.assign(faults, { up: none, down: none });
      losses = [];
      isPaused = false;
      isRefusing = false;
      releaseAll();
    },
    pause: () => void (isPaused = true),
    resume() {
      isPaused = false;
      releaseAll();
    },
    refuse: () => void (isRefusing = true),
    accept: () => void (isRefusing = false),
    reset() {
      const affected = [...carried].filter(({ isAffected }) => isAffected);
      for (const connection of affected) tearDown(connection);
      return affected.length;
    },
    halfOpen() {
      for (const connection of carried) if (connection.isAffected) connection.isCut = true;
    },
    loseNext: (direction, matches = () => true) => new Promise((happened) => losses.push({ direction, matches, happened })),
    connections: () => carried.size,
    async close() {
      for (const { client, server: upstream } of carried) for (const socket of [client, upstream]) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
