import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * A way to Redis that lets everything pass until it sees a command of the given name: that one, and whatever follows it on its
 * connection, never arrives. So a process can be killed at the moment at which it has sent the command and nothing has come of it.
 */
export async function openRedisGate({ redisUrl, stopsAt }: { redisUrl: string; stopsAt: string }) {
  const target = new URL(redisUrl);
  const sockets = new Set<Socket>();
  let tellReached: () => void;
  const reached = new Promise<void>((resolve) => {
    tellReached = resolve;
  });

  const server = createServer((client) => {
    const redis = connect(Number(target.port), target.hostname);
    let open = true;
    for (const socket of [client, redis]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
    }
    client.on("data", (chunk) => {
      if (chunk.toString("latin1").toLowerCase().includes(`\r\n${stopsAt}\r\n`)) {
        open = false;
        tellReached();
      }
      if (open) redis.write(chunk);
    });
    redis.pipe(client);
    client.on("close", () => redis.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    url: `redis://127.0.0.1:${port}`,
    reached,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
