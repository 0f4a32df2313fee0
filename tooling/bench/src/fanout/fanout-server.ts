import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serveCommands, settledMemory, sharedNow, usage } from "../shared/serve-commands";

/** What is told to everybody: of the same size and with another number each time, so that nobody gets away with an old frame. */
export type Told = { type: "told"; n: number; padding: string };

/** One way of telling the same events to many sockets. */
export type FanoutVariant = {
  server: Server;
  /** Who would hear what is told now. */
  subscribers: () => number;
  tell: (events: readonly { id: string; event: Told }[]) => void;
};

export function serveFanout({ server, subscribers, tell }: FanoutVariant) {
  let number = 0;
  const makeEvent = (bytes: number) => {
    number += 1;
    const event: Told = { type: "told", n: number, padding: "" };
    return { id: `bench.${number}`, event: { ...event, padding: "x".repeat(Math.max(0, bytes - JSON.stringify(event).length)) } };
  };
  return serveCommands({
    listen: () =>
      new Promise<number>((resolve) => server.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 }, () => resolve((server.address() as AddressInfo).port))),
    subscribers: () => subscribers(),
    /** Tells so many events in one turn of the event loop; answers the instant at which it began. */
    tell: ({ count, bytes }: { count: number; bytes: number }) => {
      const events = Array.from({ length: count }, () => makeEvent(bytes));
      const at = sharedNow();
      tell(events);
      return at;
    },
    usage: () => usage(),
    memory: () => settledMemory(),
  });
}
export type FanoutCommands = ReturnType<typeof serveFanout>;
